import type { ReportKind } from '../../contract/actions.ts';
import type { Policy } from '../../contract/policy.ts';
import { orderStatus } from '../orders/status.ts';
import type { OrderRecord, ShipmentRecord } from '../orders/orders.ts';
import { nextAction } from '../shipments/tracking.ts';
import { hasArrived, hasSetOut, parcelsOf } from './windows.ts';

const DAY = 24 * 60 * 60 * 1000;

type Units = Map<string, number>;

export interface Away {
  /** Units that are not there and ought to be, by what is wrong with them and by line. */
  units: ReadonlyMap<ReportKind, ReadonlyMap<string, number>>;
  /** Those that are stuck have been on their way; else nobody saw them leave. */
  hasSetOut: boolean;
}

/** What is not there and ought to be. A parcel that names no lines is taken to hold the whole order. */
export function awayUnits(order: OrderRecord, reports: Policy['reports'], now: Date): Away {
  const units = new Map<ReportKind, Units>();
  const unmoved: Units = new Map();
  const unsent: Units = new Map(order.lines.map(({ id, quantity }) => [id, quantity]));
  const isSilent = (since: string) =>
    now.getTime() - Date.parse(since) >= reports.lostAfterDays * DAY;
  if (orderStatus(order) === 'delivered') return { units, hasSetOut: true };

  for (const parcel of parcelsOf(order)) {
    const wrong = wrongWith(parcel, isSilent(parcel.events[0]?.at ?? order.placedAt), now);
    const counted = wrong === 'unmoved' ? unmoved : wrong && unitsOf(units, wrong);
    for (const { line, quantity } of heldBy(parcel, order)) {
      add(unsent, line, -quantity);
      if (counted) add(counted, line, quantity);
    }
  }
  if (isSilent(order.placedAt))
    for (const [line, quantity] of unsent) add(unmoved, line, Math.max(0, quantity));
  const hasSetOut = units.has('stuck');
  if (!hasSetOut) units.set('stuck', unmoved);
  return { units, hasSetOut };
}

function unitsOf(units: Map<ReportKind, Units>, kind: ReportKind): Units {
  const known = units.get(kind) ?? new Map<string, number>();
  units.set(kind, known);
  return known;
}

const add = (units: Units, line: string, quantity: number): void => {
  units.set(line, (units.get(line) ?? 0) + quantity);
};

/** The gravest of what is wrong with a parcel; one that waits to be fetched wants no more than that. */
function wrongWith(
  parcel: ShipmentRecord,
  isSilent: boolean,
  now: Date,
): ReportKind | 'unmoved' | undefined {
  const action = nextAction(parcel)?.kind;
  if (hasArrived(parcel) || action === 'collect') return undefined;
  if (action === 'contact_shop' || action === 'contact_carrier') return 'stuck';
  if (isSilent) return hasSetOut(parcel) ? 'lost' : 'unmoved';
  const { estimate } = parcel;
  return estimate && now.getTime() > Date.parse(estimate.to) ? 'late' : undefined;
}

const heldBy = ({ lines }: ShipmentRecord, order: OrderRecord) =>
  lines.length > 0 ? lines : order.lines.map(({ id: line, quantity }) => ({ line, quantity }));
