import type { OutcomesRequest, ReturnRequest } from '../../contract/returns.ts';
import type { Asked } from '../changes/asked.ts';
import type { Refused } from '../changes/changes.ts';
import { moneyBack, type ReturnAsked, type ReturnLineRecord } from './lines.ts';
import { sentIn } from './promised.ts';
import { decideReturn, type ReturnChange } from './returns.ts';

/** How long somebody whose exchange is sold out may choose again; then they are paid back by itself. */
export const chooseWithinDays = 7;

/** A return whose goods are sold out, and what was asked for when it began. */
export interface WaitingReturn {
  id: string;
  createdAt: string;
  lines: readonly ReturnLineRecord[];
  request: ReturnRequest;
}

export interface ChoiceAsked
  extends Omit<Asked<OutcomesRequest>, 'now'>, Pick<ReturnAsked, 'variants'> {
  /** Undefined where nothing is to be chosen. The case is as it would be without it. */
  waiting?: WaitingReturn | undefined;
}

/**
 * What becomes of a return whose goods are sold out: it is decided once more, as of the day it was
 * asked for, with another outcome for the lines that wait.
 */
export function decideOutcomes({
  waiting,
  request,
  ...given
}: ChoiceAsked): ReturnChange | Refused {
  if (!waiting) return { refused: 'return_moved_on' };
  const { id, lines: agreed, createdAt } = waiting;
  const wait = new Set(agreed.flatMap(({ soldOut, line }) => (soldOut ? line : [])));
  const chosen = new Map(request.lines.map(({ line, outcome }) => [line, outcome]));
  const isEach = chosen.size === request.lines.length && chosen.size === wait.size;
  if (!isEach || ![...wait].every((line) => chosen.has(line)))
    return { refused: 'validation_failed' };
  const lines = waiting.request.lines.map((wish, nth) => {
    const outcome = agreed[nth]?.soldOut ? chosen.get(wish.line) : undefined;
    return outcome ? { ...wish, outcome } : wish;
  });
  const isRefund = lines.some(({ outcome }) => outcome.kind === 'refund');
  const before = waiting.request.refundTo;
  // what is left over of an exchange may become credit; a refund goes back to what paid
  const refundTo = request.refundTo ?? (isRefund && before === 'store_credit' ? undefined : before);
  const payment = request.payment ?? waiting.request.payment;
  const { method, gift } = waiting.request;
  const decided = decideReturn({
    ...given,
    ...{ agreed, now: new Date(createdAt) },
    request: {
      ...{ lines, method, gift, instant: false },
      ...(refundTo !== undefined && { refundTo }),
      ...(payment !== undefined && { payment }),
    },
  });
  if ('refused' in decided) return decided;
  return {
    ...decided,
    again: id,
    stock: decided.return.lines.flatMap((line, nth) => {
      const variant = agreed[nth]?.soldOut && sentIn(line, given.case.order);
      return variant === undefined ? [] : { variant, by: -line.quantity };
    }),
  };
}

/** What is done for somebody who has not chosen. */
export const paidBack = ({ lines, request }: WaitingReturn): OutcomesRequest => {
  const wait = new Set(lines.flatMap(({ soldOut, line }) => (soldOut ? line : [])));
  return { lines: [...wait].map((line) => ({ line, outcome: { kind: moneyBack(request) } })) };
};
