import type { ReturnMethod } from '../../contract/actions.ts';
import type { Policy } from '../../contract/policy.ts';
import type { Change, Refused } from '../changes/changes.ts';
import { moveOf, paymentsAfter, waysOf, wayOf } from '../money/paid.ts';
import {
  returnedLines,
  type ReturnAsked,
  type ReturnedLine,
  type ReturnLineRecord,
} from './lines.ts';
import { moneyOf } from './money.ts';
import { mayBeGift } from '../policy/explain.ts';
import { hasBalance } from '../money/settling.ts';

/** A return as it begins; its id, its number and its moment are whose who keeps it. */
export interface ReturnRecord {
  state: 'requested' | 'approved' | 'settled';
  lines: ReturnLineRecord[];
  method: ReturnMethod;
  /** Sent back by then, or it ends by itself. */
  expiresAt?: string;
  /** Not sent by then, its shopper is reminded once. */
  remindAt?: string;
  gift?: true;
  instant?: true;
}

export interface ReturnChange extends Change {
  return: ReturnRecord;
  /** The return it is, where what was sold out was chosen again. */
  again?: string;
}

/** What sending something back does: what comes of it, when the money moves, and what is sent. */
export function decideReturn(asked: ReturnAsked): ReturnChange | Refused {
  const { case: of, policy, request, now } = asked;
  const { returns } = policy;
  const { gift, instant, method } = request;
  const isOffered =
    asked.agreed !== undefined ||
    ((!gift || mayBeGift(policy)) &&
      (!instant || returns.instantExchange) &&
      (method === 'keep' || returns.methods.includes(method)));
  const lines = returnedLines(asked);
  if ('refused' in lines) return lines;
  if (!isOffered) return { refused: 'not_offered' };
  const review = lines.some((line) => line.review);
  // what is chosen again was to move, and waited for that alone
  const isNow =
    asked.agreed !== undefined ||
    (!review && (method === 'keep' || returns.settleOn === 'request'));
  const money = moneyOf(asked, lines, isNow);
  if ('refused' in money) return money;
  const { sums, shipping } = money;
  const moves = gift ? money.moves.map((move) => ({ ...move, gift })) : money.moves;
  const expiresAt = method === 'keep' ? undefined : daysAfter(now, returns.sendWithinDays);
  // what the shop looks at first is not sent first, and what stays is waited for by nobody
  const sentFirst = instant && !review && expiresAt;
  const hold = sentFirst ? holdOf(asked, lines, expiresAt) : undefined;
  if (hold && 'refused' in hold) return hold;
  return {
    kind: 'return',
    sums,
    moves,
    review,
    ...(isNow &&
      moves.length > 0 && {
        order: { ...of.order, payments: paymentsAfter(of.order, moves) },
      }),
    ...(hold && { hold }),
    stock: lines.flatMap(({ sent, record }) =>
      sent ? { variant: sent.id, by: -record.quantity } : [],
    ),
    return: {
      state: review ? 'requested' : method === 'keep' ? 'settled' : 'approved',
      lines: lines.map(({ record }, at) => ({ ...record, shipping: shipping[at] ?? 0 })),
      method,
      ...(expiresAt !== undefined && { expiresAt, ...remindedOf(now, expiresAt, returns) }),
      ...(gift && { gift }),
      ...(sentFirst && { instant }),
    },
  };
}

/** What is sent before the old one is back, held on what pays. */
function holdOf(
  { case: of, policy, request, methods }: ReturnAsked,
  lines: readonly ReturnedLine[],
  until: string,
): Change['hold'] | Refused {
  const amount = lines.reduce(
    (sum, { record, sent }) =>
      sum + (record.outcome === 'exchange' && sent ? record.quantity * sent.price : 0),
    0,
  );
  if (amount === 0) return undefined;
  const own = methods.find(({ id }) => id === request.payment);
  const paid = request.gift ? undefined : waysOf(of).find(({ net }) => net > 0);
  const way = own ? wayOf(own) : paid;
  if (!way || hasBalance(way.kind)) return { refused: 'payment_method_refused' };
  return { ...moveOf(way, -amount, { policy, now: true }), until };
}

/** Nobody is reminded at the very beginning. */
function remindedOf(
  now: Date,
  expiresAt: string,
  { remindDaysBefore: days }: Policy['returns'],
): Pick<ReturnRecord, 'remindAt'> {
  const remindAt = daysAfter(new Date(expiresAt), -days);
  return days > 0 && remindAt > now.toISOString() ? { remindAt } : {};
}

const daysAfter = (now: Date, days: number): string =>
  new Date(now.getTime() + days * 24 * 60 * 60 * 1000).toISOString();
