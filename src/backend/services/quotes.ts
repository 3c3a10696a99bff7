import type { Change } from '../../domain/changes/changes.ts';
import { digestOf } from '../../domain/news/row-news.ts';
import type { Shop } from '../ports.ts';
import { refuse, type Refusal } from './refusal.ts';
import { sameSecret, type Keyring } from './secrets.ts';

/** Long enough to read it and to fetch a code; the sums are looked at again anyway. */
const LIFE_MS = 15 * 60_000;

/** What a quote is about. `order` and `request` are as they will come again. */
export interface Quoted {
  shop: Shop;
  order: string;
  request: object;
}

/**
 * Quotes are not kept: a quote's id says until when it holds and which sums it showed, and is signed
 * together with what it is for.
 */
export interface Quotes {
  make(quoted: Quoted, change: Change, now: Date): Promise<{ id: string; expiresAt: string }>;
  /** True of a change whose sums are those the quote showed. */
  read(
    id: string,
    quoted: Quoted,
    now: Date,
  ): Promise<((change: Change) => boolean) | Refusal<'quote_invalid' | 'quote_expired'>>;
}

export function createQuotes(keyring: Keyring): Quotes {
  const sign = ({ shop, order, request }: Quoted, ...facts: string[]) =>
    keyring.mac('quote', shop.id, order, JSON.stringify(request), ...facts);

  return {
    async make(quoted, change, now) {
      const expires = now.getTime() + LIFE_MS;
      const facts = [String(expires), sumsOf(change)];
      return {
        id: [...facts, await sign(quoted, ...facts)].join('.'),
        expiresAt: new Date(expires).toISOString(),
      };
    },

    async read(id, quoted, now) {
      const [expires = '', sums = '', signature = ''] = id.split('.');
      if (!sameSecret(signature, await sign(quoted, expires, sums))) return refuse('quote_invalid');
      if (now.getTime() > Number(expires)) return refuse('quote_expired');
      return (change) => sumsOf(change) === sums;
    },
  };
}

/**
 * All that was shown: what it comes to, how, whether the shop looks at it first; to its people also
 * what they go beyond, and the order as it is.
 */
const sumsOf = ({ sums, moves, review, hold, beyond, basis }: Change): string =>
  digestOf(
    JSON.stringify([
      ...[sums, moves, review, hold && [hold.kind, hold.method, hold.amount]],
      ...(basis === undefined ? [] : [beyond, basis]),
    ]),
  );
