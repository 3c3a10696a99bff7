import type { MoveRecord, Refused, SumRecord } from '../changes/changes.ts';
import { moveOf, netPaid, storeCredit, waysOf } from '../money/paid.ts';
import type { ReturnAsked, ReturnedLine } from './lines.ts';
import { feeOf, shippingBack, some, sumsOf, total } from './sums.ts';
import { settle } from '../money/settling.ts';

export interface ReturnMoney {
  sums: SumRecord[];
  moves: MoveRecord[];
  /** What of the way there each line brings back. */
  shipping: number[];
}

/** What a return comes to and how that is settled; its lines may be of several outcomes. */
export function moneyOf(
  asked: ReturnAsked,
  lines: readonly ReturnedLine[],
  now: boolean,
): ReturnMoney | Refused {
  const { case: of, policy, request } = asked;
  const { bonus } = policy.returns;
  const shipping = shippingBack(of, lines, policy.returns);
  const parts = lines.map(
    (line, at): { isCredit: boolean; isSwap: boolean; sums: SumRecord[] } => ({
      isCredit: line.record.outcome === 'store_credit',
      isSwap: line.record.outcome === 'exchange',
      sums: [...sumsOf(line), ...some({ kind: 'shipping', amount: shipping[at] ?? 0 })],
    }),
  );
  const sumOfParts = (wanted: (part: (typeof parts)[number]) => boolean) =>
    total(parts.filter(wanted).flatMap(({ sums }) => sums));

  const swap = sumOfParts(({ isSwap }) => isSwap);
  // it makes an exchange cheaper, and is never paid out
  const swapBonus = Math.min(Math.max(0, -swap), feeOf(bonus.exchange, oldWorth(lines)));
  let credit = sumOfParts(({ isCredit }) => isCredit);
  let money = sumOfParts(({ isCredit }) => !isCredit) + swapBonus;
  if (request.gift && money > 0) [credit, money] = [credit + money, 0];
  const creditBonus = credit > 0 ? feeOf(bonus.storeCredit, credit) : 0;
  // the way back is paid out of what is given back, and never costs more
  const wayBack = Math.min(wayBackOf(asked, lines), Math.max(0, money) + Math.max(0, credit));
  const fromMoney = Math.min(wayBack, Math.max(0, money));
  money -= fromMoney;
  credit -= wayBack - fromMoney;

  const chosen = chosenFor(asked, lines, money);
  if (typeof chosen === 'object') return chosen;
  // without a bonus: that is for those who want credit for what they bring back
  if (request.refundTo === storeCredit.kind && money > 0) [credit, money] = [credit + money, 0];
  const settled = settle(asked, money, { total: 0, chosen, now });
  if ('refused' in settled) return settled;
  const left = Math.max(0, netPaid(of) - Math.max(0, total(settled.moves)));
  const given = Math.min(credit, left);
  const inCredit = given + creditBonus;
  return {
    sums: [
      ...parts.flatMap(({ sums }) => sums),
      ...some({ kind: 'return_shipping', amount: -wayBack }),
      ...some({ kind: 'bonus', amount: swapBonus + creditBonus }),
      ...settled.unpaid,
      ...some({ kind: 'unpaid', amount: given - credit }),
    ],
    moves: [
      ...settled.moves,
      ...(inCredit > 0 ? [moveOf(storeCredit, inCredit, { policy, now })] : []),
    ],
    shipping,
  };
}

const oldWorth = (lines: readonly ReturnedLine[]): number =>
  lines.reduce(
    (sum, { record, line }) =>
      sum +
      (record.outcome === 'exchange' ? record.quantity * line.unitPrice + record.discount : 0),
    0,
  );

/** One parcel goes back: where the shop pays for some of it, it pays for all of it. */
function wayBackOf({ policy, request }: ReturnAsked, lines: readonly ReturnedLine[]): number {
  const isOwnCost = lines.every(({ rule }) => rule.returnShipping === 'shopper');
  const isSentByShop = request.method !== 'own' && request.method !== 'keep';
  return isOwnCost && isSentByShop ? policy.returns.returnShippingFee : 0;
}

/**
 * Which method is meant. A refund goes to what paid or, where the shop says so, to a gift card; the
 * difference of an exchange goes to any of the customer's. Left out: what paid the order.
 */
function chosenFor(
  { case: of, policy, request, methods }: ReturnAsked,
  lines: readonly ReturnedLine[],
  money: number,
): string | undefined | Refused {
  const { refundTo, payment, gift } = request;
  const refused: Refused = { refused: 'payment_method_refused' };
  const hasPaid = (id: string) => waysOf(of).some(({ method, net }) => method === id && net > 0);
  const isOwn = (id: string) => methods.some((method) => method.id === id);
  const isGiftCard = (id: string) =>
    policy.returns.refundTo === 'original_or_gift_card' &&
    methods.some((method) => method.id === id && method.kind === 'gift_card');
  const isRefund = lines.some(({ record }) => record.outcome === 'refund');
  const mayRefundTo = (id: string) => hasPaid(id) || (isRefund ? isGiftCard(id) : isOwn(id));
  const isCredit = refundTo === storeCredit.kind && policy.storeCredit && !isRefund;
  if (refundTo !== undefined && !isCredit && !mayRefundTo(refundTo)) return refused;
  if (payment !== undefined && !isOwn(payment) && !hasPaid(payment)) return refused;
  // whoever was given it must not spend the giver's money
  if (gift && money < 0 && payment === undefined) return refused;
  if (money < 0 || isCredit) return payment;
  return refundTo ?? (isRefund ? undefined : payment);
}
