import { failedMove, type MoveFailure } from '../../domain/money/move-failures.ts';
import type { ChargeAsked, Clock, MoveAsked, Moved, Payments } from '../ports.ts';
import { readNews, signedNews, type SandboxDelivery } from './sandbox-news.ts';
import { movementOf, referenceOf, type Movement } from './sandbox-references.ts';
import { scenarioOf, SETTLES_AFTER } from './sandbox-scenarios.ts';

export interface SandboxParts {
  clock: Clock;
  /** Signs its news. */
  secret: string;
  /** Has `act` done so many ms later. Left out, nothing is told by itself. */
  schedule?(ms: number, act: () => Promise<void>): void;
  /** Takes what would be posted to POST /v1/webhooks/payments. */
  tell?(delivery: SandboxDelivery): void;
}

/** A hold that is over, and what was taken of it. */
type Closed = { state: 'captured'; amount: number } | { state: 'released' };
interface Kept {
  body: string;
  answer?: Moved;
}

const HOLD_DAYS = 7;
const DAY = 24 * 60 * 60 * 1000;

/**
 * A provider that moves no money and behaves like one that does: what happens goes by the reference
 * (see sandbox-scenarios.ts). It forgets its keys with the process, but not what it has answered:
 * that is told by its references.
 */
export function createSandboxPayments({ clock, secret, schedule, tell }: SandboxParts): Payments {
  const kept = new Map<string, Kept>();
  const closed = new Map<string, Closed>();
  const refunded = new Map<string, number>();

  return {
    name: 'sandbox',
    capabilities: {
      refund: ['card', 'paypal', 'bank'],
      charge: ['card', 'paypal'],
      hold: ['card'],
    },
    async refund(asked) {
      return once('refund', asked, asked.payment, () => refund(asked.payment, asked));
    },
    async charge(asked) {
      return once('charge', asked, asked.source, () => start('charge', asked.source, asked));
    },
    async hold(asked: ChargeAsked) {
      return once('hold', asked, asked.source, () => start('hold', asked.source, asked));
    },
    async capture(asked) {
      const { hold, amount } = asked;
      return once('capture', asked, hold, () => close(hold, { state: 'captured', amount }));
    },
    async release({ key, hold }) {
      const asked = { key, amount: movementOf(hold)?.amount ?? 0, currency: '' };
      return once('release', asked, hold, () => close(hold, { state: 'released' }));
    },
    look: async (reference) => stateOf(reference),
    async news(request, bytes) {
      const news = await readNews(secret, clock(), request, bytes);
      return news && [news];
    },
  };

  /** The same key again gets the same answer, as it stands by then; for another body it gets none. */
  function once(
    act: string,
    { key, amount, currency }: MoveAsked,
    about: string,
    move: () => Moved,
  ): Moved {
    const body = JSON.stringify([act, about, amount, currency]);
    const before = kept.get(key);
    if (before && before.body !== body) return failedMove('key_reused');
    const { fails, firstTry } = scenarioOf(about).scenario;
    if (fails) return remember(key, body, failedMove(fails));
    if (!before && firstTry) {
      remember(key, body, firstTry.moves ? move() : undefined);
      return failedMove(firstTry.fails);
    }
    const answer = before?.answer ?? move();
    remember(key, body, answer);
    return answer.state === 'pending' ? stateOf(answer.reference) : answer;
  }

  function remember<Answer extends Moved | undefined>(
    key: string,
    body: string,
    answer: Answer,
  ): Answer {
    kept.set(key, { body, ...(answer && { answer }) });
    return answer;
  }

  function refund(payment: string, asked: MoveAsked): Moved {
    const paid = paidWith(payment);
    const before = refunded.get(payment) ?? 0;
    if (paid !== undefined && before >= paid) return failedMove('already_refunded');
    if (paid !== undefined && before + asked.amount > paid) return failedMove('amount_invalid');
    const moved = start('refund', payment, asked);
    if (moved.state !== 'failed') refunded.set(payment, before + asked.amount);
    return moved;
  }

  /** Of payments it has taken itself it knows how much they were. */
  function paidWith(payment: string): number | undefined {
    const end = closed.get(payment);
    if (end) return end.state === 'captured' ? end.amount : 0;
    const movement = movementOf(payment);
    return movement && (movement.act === 'charge' ? movement.amount : 0);
  }

  function start(act: Movement['act'], about: string, { key, amount }: MoveAsked): Moved {
    if (!Number.isSafeInteger(amount) || amount < 1) return failedMove('amount_invalid');
    const { name, scenario } = scenarioOf(about);
    const moved = Math.floor(amount * (scenario.share ?? 1));
    const at = clock().getTime();
    const reference = referenceOf({ act, scenario: name, amount: moved, at, key });
    if (scenario.later && schedule && tell)
      schedule(SETTLES_AFTER, async () =>
        tell(
          await signedNews(secret, clock(), {
            ...{ id: `news.${reference}`, reference, key },
            ...(act === 'refund' && { payment: about }),
          }),
        ),
      );
    return stateOf(reference);
  }

  function close(hold: string, end: Closed): Moved {
    const movement = movementOf(hold);
    if (movement?.act !== 'hold') return failedMove('payment_unknown');
    const { amount: held } = movement;
    const before = closed.get(hold)?.state;
    if (before === 'released' && end.state === before)
      return { state: 'succeeded', reference: hold, amount: held };
    if (before !== undefined || clock().getTime() >= endOf(movement))
      return failedMove('hold_over');
    const amount = end.state === 'captured' ? end.amount : held;
    if (amount > held || amount < 1) return failedMove('amount_invalid');
    closed.set(hold, end);
    return { state: 'succeeded', reference: hold, amount };
  }

  function stateOf(reference: string): Moved {
    const movement = movementOf(reference);
    if (!movement) return failedMove('payment_unknown');
    const { act, amount, at, scenario } = movement;
    const end = closed.get(reference);
    if (end?.state === 'captured') return { state: 'succeeded', reference, amount: end.amount };
    const isOver = act === 'hold' && clock().getTime() >= endOf(movement);
    if (end || isOver) return { ...failedMove('hold_over'), reference };
    const { later } = scenarioOf(`_${scenario}`).scenario;
    if (later && clock().getTime() < at + SETTLES_AFTER) return { state: 'pending', reference };
    const failure: MoveFailure | undefined = later === 'succeeded' ? undefined : later;
    if (failure) return { ...failedMove(failure), reference };
    const until = act === 'hold' && { until: new Date(endOf(movement)).toISOString() };
    return { state: 'succeeded', reference, amount, ...until };
  }
}

const endOf = ({ at }: Movement): number => at + HOLD_DAYS * DAY;
