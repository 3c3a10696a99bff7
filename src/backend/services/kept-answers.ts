import { later } from '../../domain/identity/identity.ts';
import type { AnswerStore, Clock, Keep, SealedAnswer, Shop } from '../ports.ts';
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

/**
 * Makes of an answer what a store keeps in its own transaction:
 *
 *     // the route says what a write that came to `receipt` is answered, for now and for retries
 *     const tell = (receipt: Receipt) => ({ status: 200 as const, body: receipt });
 *     const done = await cancel(shop, caller, params.id, body, ask.keep(tell));
 *     return isRefusal(done) ? done : tell(done);
 *
 *     // services and the platform hand `keep` on; the store ends its transaction with it
 *     await keepAnswer(tx, keep, receipt);
 *
 * A process that dies has then done both or neither: a retry gets the answer, or does the work for
 * the first time. A connector, whose work is elsewhere, leaves it be: then the answer is kept after
 * the work.
 */
export type KeepAs<Outcome> = <Result>(answer: (result: Result) => Outcome) => Keep<Result>;

export interface KeptAnswers {
  /** Does `work` once a key; whoever asks again with the same key gets the same answer. */
  once<Outcome extends object>(
    wish: Wish,
    work: (keep: KeepAs<Outcome>) => Promise<Outcome>,
  ): Promise<Outcome | Refusal<Codes | 'invalid_request'>>;
}

export function createKeptAnswers(store: AnswerStore, keyring: Keyring, clock: Clock): KeptAnswers {
  return {
    async once<Outcome extends object>(
      wish: Wish,
      work: (keep: KeepAs<Outcome>) => Promise<Outcome>,
    ) {
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
      const claim = { shop: shop.id, key, at: now.toISOString() };
      const claimed = await store.claim({
        ...{ shop: shop.id, key, request, now: claim.at },
        staleBefore: later(now, -STALE),
        expiresAt: later(now, DAY),
      });
      if (claimed.state === 'in_flight') return refuse('idempotency_in_flight');
      if (claimed.state === 'other_request') return refuse('idempotency_key_reused');
      // what was sealed here was an Outcome of this very route
      if (claimed.state === 'kept')
        return JSON.parse(await keyring.open(secret, claimed.sealed)) as Outcome;
      const seal = async (answer: Outcome): Promise<SealedAnswer> => ({
        ...claim,
        sealed: await keyring.seal(secret, JSON.stringify(answer)),
        expiresAt: later(now, 'refresh' in answer || 'refused' in answer ? SHORT : DAY),
      });
      let outcome: Outcome;
      try {
        outcome = await work((answer) => (result) => seal(answer(result)));
      } catch (error) {
        await store.release(claim);
        throw error;
      }
      if (passes(outcome)) await store.release(claim);
      // changes nothing where the work has kept its answer itself
      else await store.keep(await seal(outcome));
      return outcome;
    },
  };
}

/** A refusal that waiting changes, or a renewed token, is not kept: the same key may try again. */
const passes = (outcome: object): boolean =>
  'retryAfter' in outcome || ('refused' in outcome && passing.has(outcome.refused));

const passing: ReadonlySet<unknown> = new Set(['unauthenticated', 'unavailable', 'internal']);
