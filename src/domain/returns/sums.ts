import type { Fee, Policy } from '../../contract/policy.ts';
import type { SumRecord, VariantRecord } from '../changes/changes.ts';
import { allClaims } from './claims.ts';
import type { LineRecord } from '../orders/orders.ts';
import type { Case, ReturnedUnits } from '../policy/case.ts';
import type { ReturnedLine } from './lines.ts';
import { scaled } from '../money/shares.ts';

/** What comes of one line, before what is asked once for the whole return. */
export function sumsOf({
  record,
  line,
  fee,
  sent,
}: Pick<ReturnedLine, 'line' | 'fee' | 'sent'> & { record: ReturnedUnits }): SumRecord[] {
  const of = { line: line.id };
  const { quantity, outcome } = record;
  if (outcome === 'replacement') return [];
  const gross = quantity * line.unitPrice;
  const { discount, tax } = record;
  const worth = gross + discount;
  const item: SumRecord = { kind: 'item', ...of, amount: gross };
  if (outcome === 'exchange' && sent) {
    const price = quantity * sent.price;
    // the discount goes over to the same product, though not to more than it was given on
    const isSame = sent.product === line.product;
    const kept = !isSame ? 0 : price < gross ? scaled(discount, price, gross) : discount;
    const taxThen = gross === 0 ? 0 : scaled(tax, price, gross);
    return [
      item,
      { kind: 'item', ...of, label: nameOf(sent, line), amount: 0 - price },
      ...some({ kind: 'discount', ...of, amount: discount - kept }),
      ...some({ kind: 'tax', ...of, amount: tax - taxThen }),
    ];
  }
  return [
    item,
    ...some({ kind: 'discount', ...of, amount: discount }),
    ...some({ kind: 'tax', ...of, amount: tax }),
    ...some({ kind: 'fee', ...of, amount: -Math.min(worth, feeOf(fee, worth, quantity)) }),
  ];
}

/** What is sent, and how it differs from what goes back. */
function nameOf(
  { name, options }: Pick<VariantRecord, 'name' | 'options'>,
  { options: had }: Pick<LineRecord, 'options'>,
): string {
  const others = options.filter(
    (option) => !had.some((each) => each.name === option.name && each.value === option.value),
  );
  return [name, ...others.map(({ value }) => value)].join(' · ').slice(0, 200);
}

export const total = (sums: readonly { amount: number }[]): number =>
  sums.reduce((sum, { amount }) => sum + amount, 0);

export const some = (sum: SumRecord): SumRecord[] => (sum.amount === 0 ? [] : [sum]);

/** A fee or a bonus on what something comes to; a flat one counts once for each of `times`. */
export function feeOf(fee: Fee | undefined, of: number, times = 1): number {
  if (!fee || of <= 0) return 0;
  // thousandths of a percent are whole numbers
  return fee.kind === 'flat'
    ? fee.amount * times
    : scaled(of, Math.round(fee.percent * 1000), 100_000);
}

/** What of the way there is refunded, as a part of each line's share; 0 for the others. */
export function shippingBack(
  of: Case,
  lines: readonly { record: ReturnedUnits; isFault: boolean }[],
  { refundShipping }: Policy['returns'],
): number[] {
  const earlier = allClaims(of);
  let left = of.order.shipping - earlier.reduce((sum, { shipping }) => sum + shipping, 0);
  if (refundShipping === 'shop_at_fault')
    return lines.map(({ record, isFault }) => {
      const share = isGivenBack(record) && isFault ? record.shipping : 0;
      const part = Math.min(share, left);
      left -= part;
      return part;
    });
  const all = [...earlier, ...lines.map(({ record }) => record)].filter(isGivenBack);
  const isWhole = of.order.lines.every(({ id, quantity }) => {
    const own = all.filter(({ line }) => line === id);
    return own.reduce((sum, each) => sum + each.quantity, 0) === quantity;
  });
  return lines.map((_, at) => (refundShipping === 'whole_order' && isWhole && at === 0 ? left : 0));
}

export const isGivenBack = ({ outcome }: { outcome: string }): boolean =>
  outcome === 'refund' || outcome === 'store_credit';
