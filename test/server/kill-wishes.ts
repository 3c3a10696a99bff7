import assert from 'node:assert/strict';
import { tellNews } from './shared-desk.ts';

/** What the server has said yes to. */
export interface Acknowledged {
  /** Texts of events, by order. */
  news: Map<string, string[]>;
  /** Sessions of guests, by order. */
  guests: Map<string, Guest>;
  /** What had been asked when the kill came, and was not answered. */
  open: Wish[];
}

/** What is asked: each under a name of its own, by which it is known when it comes again. */
export interface Wish {
  order: number;
  name: string;
  at: string;
  /** The news; without, somebody looks the order up. */
  text?: string;
  /** Each asks from a place of its own: a killed process gives back no look-up it had counted. */
  from: string;
}

/** The process of now, and the keys of all look-ups: none of them may start two sessions. */
export interface Server {
  url: string;
  keys: Set<string>;
  /** Other processes may work on the same data. */
  isShared: boolean;
}

export interface Guest {
  token: string;
  expiresAt: string;
}

export const numberOf = (order: number): string => `K${order}`;
const addressOf = (nth: number): string => `10.${nth >> 16}.${(nth >> 8) & 255}.${nth & 255}`;
export const parcelOf = (order: number): string => `KILL${String(order).padStart(8, '0')}`;

/** The server is gone, or its database is: what was asked has not been said yes to. */
export class Refused extends Error {}
/** A key is somebody's who has not answered yet. */
class Held extends Error {}

let wishes = 0;
export const aLookUp = (order: number): Wish => ({
  ...{ order, name: crypto.randomUUID(), at: new Date().toISOString() },
  from: addressOf((wishes += 1)),
});

/** What came of it; once it is answered it counts as said yes to. */
export async function send(server: Server, told: Acknowledged, wish: Wish): Promise<string> {
  const { order, text, name, at } = wish;
  const number = numberOf(order);
  if (text === undefined) {
    told.guests.set(number, await follow(server, wish));
    return 'applied';
  }
  const parcel = { number: parcelOf(order), order: number };
  const news = tellNews(server, parcel, text, { delivery: name, at });
  const { result } = await answer<{ result: string }>(news);
  told.news.set(number, [...(told.news.get(number) ?? []), text]);
  return result;
}

/** Whether its answer tells that it had been done before the kill. */
export async function sendAgain(server: Server, told: Acknowledged, wish: Wish): Promise<boolean> {
  try {
    const result = await send(server, told, wish);
    assert.match(result, /^(applied|unchanged)$/);
    return result === 'unchanged';
  } catch (error) {
    // whoever held the key may live there: it is free again after a minute
    if (error instanceof Held && server.isShared) return false;
    throw error;
  }
}

export async function follow({ url, keys }: Server, { order, name, from }: Wish): Promise<Guest> {
  keys.add(name);
  return answer<Guest>(
    fetch(`${url}/v1/identity/lookups`, {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Idempotency-Key': name,
        Origin: 'https://alder.example',
        'X-Forwarded-For': from,
      },
      body: JSON.stringify({ number: numberOf(order), email: 'mara@kern.eu' }),
    }),
  );
}

export async function answer<Body>(asked: Promise<Response>): Promise<Body> {
  try {
    const told = await asked;
    if (told.status >= 500) throw new Refused();
    if (told.status === 409) throw new Held();
    assert.equal(told.status, 200, `${told.url}: ${told.status} ${await told.clone().text()}`);
    return (await told.json()) as Body;
  } catch (error) {
    // fetch says no more than this when the other side is gone
    if (error instanceof TypeError) throw new Refused();
    throw error;
  }
}
