import type { z } from 'zod';
import { CustomerSession } from '../../src/contract/session.ts';
import { Problem, type ProblemCode } from '../../src/contract/problems.ts';
import { Quote } from '../../src/contract/quotes.ts';

/** A request that changes something. Where `quoted`, its sums are asked for first and named. */
export interface Wish {
  method: 'POST' | 'PATCH';
  path: string;
  body: object;
  quoted: boolean;
}

/** What was answered: the body, or why not. */
export type Told = { body: unknown; refused?: never } | { refused: ProblemCode };

/** A shopper's client: the public API over HTTP. */
export interface Shopper {
  read<Schema extends z.ZodType>(path: string, schema: Schema): Promise<z.output<Schema>>;
  /** Undefined where there is nothing. */
  find<Schema extends z.ZodType>(
    path: string,
    schema: Schema,
  ): Promise<z.output<Schema> | undefined>;
  /** The id of a quote of it. */
  quote(wish: Wish): Promise<{ id: string; refused?: never } | { refused: ProblemCode }>;
  confirm(wish: Wish, quote: string | undefined, key: string): Promise<Told>;
  /** Quote, then confirm. */
  make(wish: Wish): Promise<Told>;
  /** The access token that a signed login is worth. */
  signIn(jwt: string): Promise<string>;
}

export function createShopper(address: string, token?: string): Shopper {
  async function send(method: string, path: string, body?: object, key?: string): Promise<Told> {
    const response = await fetch(`${address}/v1${path}`, {
      method,
      headers: {
        ...(body && { 'Content-Type': 'application/json' }),
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
        ...(key !== undefined && { 'Idempotency-Key': key }),
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    const told: unknown = await response.json();
    return response.ok ? { body: told } : { refused: Problem.parse(told).code };
  }

  const shopper: Shopper = {
    async read(path, schema) {
      const { body, refused } = { body: undefined, ...(await send('GET', path)) };
      if (refused) throw new Error(`GET ${path} was refused: ${refused}`);
      return schema.parse(body);
    },
    async find(path, schema) {
      const told = await send('GET', path);
      if (told.refused === 'not_found') return undefined;
      if (told.refused) throw new Error(`GET ${path} was refused: ${told.refused}`);
      return schema.parse(told.body);
    },
    async quote({ path, body }) {
      const told = await send('POST', `${path}/quote`, body);
      return told.refused ? told : { id: Quote.parse(told.body).id };
    },
    confirm: ({ method, path, body }, quote, key) =>
      send(method, path, { ...body, ...(quote !== undefined && { quote }) }, key),
    async make(wish) {
      if (!wish.quoted) return shopper.confirm(wish, undefined, crypto.randomUUID());
      const quote = await shopper.quote(wish);
      return quote.refused ? quote : shopper.confirm(wish, quote.id, crypto.randomUUID());
    },
    async signIn(jwt) {
      const told = await send('POST', '/identity/assertions', { jwt }, crypto.randomUUID());
      if (told.refused) throw new Error(`The login was refused: ${told.refused}`);
      return CustomerSession.parse(told.body).token;
    },
  };
  return shopper;
}
