import type { PaymentRecord } from '../orders/orders.ts';

/** A payment as a platform tells it: of a refund, which is negative, often less than we know. */
export interface Told extends Pick<PaymentRecord, 'kind' | 'amount'> {
  reference?: string | undefined;
  method?: string | undefined;
  lastFour?: string | undefined;
}

/** A refund that was decided here, or a part of it: what moves in parts is told whole, or in parts. */
export interface OwnRefund extends Told {
  /** The parts of one refund have the same. */
  whole: string;
  /** The shop moves it, and says by its orders that it did. */
  byHand: boolean;
  /** It gives back something that is none of the order's payments. */
  isBeside: boolean;
  /** What the payment provider calls the refund itself. */
  movedAs?: string | undefined;
}

/**
 * What an order that is told anew says of the refunds that were decided here. `made` are those by
 * hand that it tells for the first time. `kept` are those that it does not tell, as much of them as
 * is left of what was paid: whatever is told, and when, nobody is given them twice.
 */
export function refundsTold<Own extends OwnRefund>(
  own: readonly Own[],
  { before, told }: Record<'before' | 'told', readonly Told[]>,
): { made: Own[]; kept: Own[] } {
  const refunds = refundsOf(own);
  const others = before.filter(isRefund);
  for (const { isBeside, ...refund } of refunds) if (!isBeside) takeOf(others, refund);
  const news = told.filter(isRefund);
  for (const each of others) take(news, each);
  const mentioned = new Set<Own>();
  // of two that are the same, what is told is the one that needs no hand
  for (const hand of [false, true])
    for (const refund of refunds.filter(({ byHand }) => byHand === hand))
      for (const part of takeOf(news, refund)) mentioned.add(part);
  let left = told.reduce((sum, { amount }) => sum + amount, 0);
  const kept = refunds.flatMap(({ isBeside, parts: [first, ...more] }): Own[] => {
    const open = [first, ...more].filter((part) => !mentioned.has(part));
    const amount = Math.min(left, -sumOf(open));
    if (isBeside || amount <= 0) return [];
    left -= amount;
    return [{ ...first, amount: -amount }];
  });
  return { made: [...mentioned].filter(({ byHand }) => byHand), kept };
}

interface Refund<Own> {
  parts: [Own, ...Own[]];
  byHand: boolean;
  isBeside: boolean;
}

function refundsOf<Own extends OwnRefund>(own: readonly Own[]): Refund<Own>[] {
  const refunds = new Map<string, Refund<Own>>();
  for (const part of own) {
    const { whole, byHand, isBeside } = part;
    const known = refunds.get(whole);
    if (!known) refunds.set(whole, { parts: [part], byHand, isBeside });
    else {
      known.parts.push(part);
      known.byHand ||= byHand;
    }
  }
  return [...refunds.values()];
}

const isRefund = ({ amount }: Told): boolean => amount < 0;

const sumOf = (parts: readonly Told[]): number =>
  parts.reduce((sum, { amount }) => sum + amount, 0);

/** Takes a refund out of the list, whole or in parts; answers which of its parts are taken. */
function takeOf<Own extends OwnRefund>(
  list: Told[],
  { parts }: Pick<Refund<Own>, 'parts'>,
): readonly Own[] {
  const isWhole = take(list, { ...parts[0], amount: sumOf(parts) });
  return isWhole || parts.length === 1
    ? parts.filter(() => isWhole)
    : parts.filter((part) => take(list, part));
}

/** Takes the first that may be the same out of the list; answers whether there was one. */
function take(list: Told[], wanted: Told & Pick<Partial<OwnRefund>, 'movedAs'>): boolean {
  const at = list.findIndex((each) => maybeSame(each, wanted));
  if (at >= 0) list.splice(at, 1);
  return at >= 0;
}

/** What only one of them names tells nothing. A refund has the name of its payment, or its own. */
const maybeSame = (one: Told, { movedAs, ...other }: Parameters<typeof take>[1]): boolean =>
  one.amount === other.amount &&
  one.kind === other.kind &&
  (['reference', 'method', 'lastFour'] as const).every(
    (name) =>
      one[name] === undefined ||
      other[name] === undefined ||
      one[name] === other[name] ||
      (name === 'reference' && one.reference === movedAs),
  );
