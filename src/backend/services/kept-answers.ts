import { later } from '../../domain/identity.ts';
import type { AnswerStore, Clock, Shop } from '../ports.ts';
import { refuse, type Refusal } from './refusal.ts';
import type { Keyring } from './secrets.ts';
import { sha256 } from './secrets.ts';

const DAY = 24 * 60 * 60;
/**
 * An answer that signs somebody in is kept as long as its access token is good. A refusal is kept
 * no longer: anyone can have as many of them as they ask for.
 */
const SHORT = 10 * 60;
/** Nothing works this long: a claim that old belongs to a process that died. */
const STALE = 60;

const keyForm = /^[\x21-\x7e]{8,128}$/;

type Codes = 'idempotency_key_missing' | 'idempotency_in_flight' | 'idempotency_key_reused';

interface Wish {
  shop: Shop;
  route: string;
  key: string | null;
  /** All that makes one request another: path, caller, body. */
  request: readonly (string | Uint8Array)[];
}

export interface KeptAnswers {
  /** Does `work` once a key; whoever asks again with the same key gets the same answer. */
  once<Outcome extends object>(
    wish: Wish,
    work: () => Promise<Outcome>,
  ): Promise<Outcome | Refusal<Codes | 'invalid_request'>>;
}

export function createKeptAnswers(store: AnswerStore, keyring: Keyring, clock: Clock): KeptAnswers {
  return {
    async once<Outcome extends object>(wish: Wish, work: () => Promise<Outcome>) {
      const { shop, route, key: secret } = wish;
      if (secret === null || secret === '') return refuse('idempotency_key_missing');
      if (!keyForm.test(secret))
        return refuse('invalid_request', {
          errors: [{ pointer: '/Idempotency-Key', detail: '8 to 128 printable characters.' }],
        });
      const now = clock();
      const key = await keyring.mac('idempotency key', shop.id, route, secret);
      const request = await keyring.mac(
        'request',
        ...(await Promise.all(wish.request.map(sha256))),
      );
      const claim = await store.claim({
        shop: shop.id,
        key,
        request,
        now: now.toISOString(),
        staleBefore: later(now, -STALE),
        expiresAt: later(now, DAY),
      });
      if (claim.state === 'in_flight') return refuse('idempotency_in_flight');
      if (claim.state === 'other_request') return refuse('idempotency_key_reused');
      // what was sealed here was an Outcome of this very route
      if (claim.state === 'kept')
        return JSON.parse(await keyring.open(secret, claim.sealed)) as Outcome;
      let outcome: Outcome;
      try {
        outcome = await work();
      } catch (error) {
        await store.release(shop.id, key);
        throw error;
      }
      if (passes(outcome)) await store.release(shop.id, key);
      else {
        const life = 'refresh' in outcome || 'refused' in outcome ? SHORT : DAY;
        const sealed = await keyring.seal(secret, JSON.stringify(outcome));
        await store.keep(shop.id, key, sealed, later(now, life));
      }
      return outcome;
    },
  };
}

/** A refusal that waiting changes is not kept: the same key may try again. */
const passes = (outcome: object): boolean =>
  'retryAfter' in outcome ||
  ('refused' in outcome && (outcome.refused === 'unavailable' || outcome.refused === 'internal'));
