import type { ReportKind } from '../../contract/actions.ts';
import type { LineRecord } from '../orders/orders.ts';
import type { Case, ReturnedUnits, SharedUnits } from '../policy/case.ts';
import { firstOf } from '../money/shares.ts';
import { sharesOf, type LineShares } from '../money/worth.ts';

/** Whether a report is about what is there or about what is not. */
export const isOfArrived = (kind: ReportKind): boolean =>
  kind === 'damaged' || kind === 'wrong' || kind === 'missing';

/** Units that something came of already, or is to come of: in returns, and in reports that asked for it. */
const claimsOf = ({ returns, reports }: Case, arrived?: boolean): ReturnedUnits[] => [
  ...(arrived === false ? [] : returns.flatMap(({ lines }) => lines)),
  ...reports.flatMap(({ kind, resolution, lines }) => {
    if (!resolution || (arrived !== undefined && arrived !== isOfArrived(kind))) return [];
    const outcome = resolution === 'refund' ? 'refund' : 'replacement';
    return lines.map((units): ReturnedUnits => ({ ...units, outcome }));
  }),
];

export const allClaims = (of: Case): ReturnedUnits[] => claimsOf(of);

const ofLine = (units: readonly SharedUnits[], line: string): number =>
  units.reduce((sum, each) => sum + (each.line === line ? each.quantity : 0), 0);

/**
 * How many of `count` units that are there, or are not, nothing came of yet. What is lost takes
 * nothing from what has arrived, though both together are no more than the line has.
 */
export function unclaimed(
  of: Case,
  { id, quantity }: LineRecord,
  count: number,
  arrived: boolean,
): number {
  const here = count - ofLine(claimsOf(of, arrived), id);
  return Math.max(0, Math.min(here, quantity - ofLine(claimsOf(of), id)));
}

/**
 * What of a line's shares falls to these units: what the units so far come to, less what the others
 * were told. So a line that goes back bit by bit adds up, also when a return between is cancelled.
 */
export function allotted(
  of: Case,
  line: LineRecord,
  { quantity, earlier = [] }: { quantity: number; earlier?: readonly SharedUnits[] },
): LineShares {
  const all = sharesOf(of.order, line.id);
  const others = [...claimsOf(of), ...earlier].filter((each) => each.line === line.id);
  const before = ofLine(others, line.id);
  const first = (what: keyof LineShares, count: number) => firstOf(all[what], count, line.quantity);
  const rest = (what: 'discount' | 'tax') =>
    first(what, before + quantity) - others.reduce((sum, each) => sum + each[what], 0);
  return {
    discount: rest('discount'),
    tax: rest('tax'),
    // others may have been told none of it, and theirs is not for these
    shipping: first('shipping', before + quantity) - first('shipping', before),
  };
}
