import type { OrderProgress, OrderStatus } from '../../contract/orders.ts';
import type { NextAction, TrackingEvent, TrackingStatus } from '../../contract/shipments.ts';
import type { OrderCard, ParcelCard, ShipmentRecord } from '../orders/orders.ts';

/** What each status means to the shopper. `step` counts ordered 1, packed 2, on its way 3, yours 4. */
interface Meaning {
  step: number;
  /** Nothing more will happen to this parcel. */
  final?: true;
  /** An exception: the shopper or the shop has to do something. */
  action?: NextAction['kind'];
  /** An exception that outranks the others when an order has several parcels. */
  urgency?: number;
}

const meanings: Record<TrackingStatus, Meaning> = {
  label_printed: { step: 1.5 },
  label_purchased: { step: 1.5 },
  confirmed: { step: 2 },
  carrier_picked_up: { step: 2.5 },
  in_transit: { step: 2.5 },
  out_for_delivery: { step: 3 },
  attempted_delivery: { step: 3, action: 'choose_delivery', urgency: 6 },
  delayed: { step: 2.5, action: 'wait', urgency: 1 },
  ready_for_pickup: { step: 3, action: 'collect', urgency: 5 },
  picked_up: { step: 4, final: true },
  delivered: { step: 4, final: true },
  failure: { step: 3, action: 'contact_carrier', urgency: 4 },
  returned_to_sender: { step: 3, action: 'contact_shop', urgency: 3 },
  cancelled: { step: 0, final: true },
  expired: { step: 2.5, action: 'contact_shop', urgency: 2 },
  unknown: { step: 1 },
};

export const isFinal = (status: TrackingStatus): boolean => meanings[status].final === true;
export const isException = (status: TrackingStatus): boolean =>
  meanings[status].action !== undefined;

/** A delay is told, but asks nothing of the shopper. */
const asksShopper = (status: TrackingStatus): boolean =>
  isException(status) && meanings[status].action !== 'wait';

/** What the shopper can do about a parcel's exception; undefined when there is none. */
export function nextAction(
  parcel: Pick<ShipmentRecord, 'status' | 'pickup'> & { url?: string },
): NextAction | undefined {
  const kind = meanings[parcel.status].action;
  if (!kind) return undefined;
  const { url } = parcel;
  // a parcel that moved on may still carry the place where it once waited
  const pickup = kind === 'collect' || kind === 'choose_delivery' ? parcel.pickup : undefined;
  return {
    kind,
    ...(url && kind !== 'contact_shop' && { url }),
    ...(pickup && {
      ...(pickup.place && { place: pickup.place }),
      ...(pickup.until && { until: pickup.until }),
    }),
  };
}

const stepOfOrder: Record<OrderStatus, number> = {
  placed: 0.5,
  processing: 1.5,
  shipped: 2.5,
  delivered: 4,
  cancelled: 0,
};

/** The parcel an order is told by: the most urgent exception, else the next to arrive, else the last one in. */
export function leadingParcel<P extends ParcelCard>(parcels: readonly P[]): P | undefined {
  if (parcels.length < 2) return parcels[0];
  const rank = ({ status, estimate, pickup, latest }: P): Rank => {
    const { urgency, final, step } = meanings[status];
    const due = estimate?.from ?? '9';
    if (urgency) return [10 - urgency, `${pickup?.until ?? '9'} ${due}`, 0];
    // of two due at once the one that is nearer speaks
    if (!final) return [20, due, -step];
    // among parcels that have arrived, the newest arrival speaks
    return [status === 'cancelled' ? 40 : 30, invert(latest?.at ?? ''), 0];
  };
  return [...parcels].sort((a, b) => compare(rank(a), rank(b)))[0];
}

type Rank = [kind: number, instant: string, step: number];
const compare = (a: Rank, b: Rank): number =>
  a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0) || a[2] - b[2];
const invert = (instant: string): string =>
  instant.replace(/\d/g, (digit) => String(9 - Number(digit)));

/** An order told in one line. */
export function progressOf({
  status,
  parcels,
}: Pick<OrderCard, 'status' | 'parcels'>): OrderProgress {
  const parcel = status === 'cancelled' ? undefined : leadingParcel(parcels);
  const base = { status, parcels: parcels.length };
  if (!parcel) return { ...base, progress: stepOfOrder[status], needsYou: false };
  const needsYou = asksShopper(parcel.status);
  const until = nextAction(parcel)?.until;
  const arrived = status === 'delivered' || isFinal(parcel.status);
  return {
    ...base,
    parcel: parcel.status,
    progress: stepOf(status, parcel.status),
    ...(parcel.estimate && !arrived && { estimate: parcel.estimate }),
    ...(parcel.latest && { latest: parcel.latest }),
    needsYou,
    ...(needsYou && until && { until }),
  };
}

/** A parcel nobody has news of says nothing: then the order's own status speaks. */
function stepOf(order: OrderStatus, parcel: TrackingStatus): number {
  if (order === 'delivered' || parcel === 'cancelled' || parcel === 'unknown')
    return stepOfOrder[order];
  return meanings[parcel].step;
}

/**
 * An order's status after news of its parcels. It only moves forward: a late event of a first
 * parcel does not take a delivered order back, and a cancelled order stays cancelled.
 */
export function statusAfter(
  status: OrderStatus,
  parcels: readonly { status: TrackingStatus }[],
): OrderStatus {
  if (status === 'cancelled' || parcels.length === 0) return status;
  const live = parcels.filter((parcel) => parcel.status !== 'cancelled');
  if (live.length && live.every((parcel) => meanings[parcel.status].step === 4)) return 'delivered';
  if (status === 'delivered') return status;
  return live.some((parcel) => meanings[parcel.status].step > 2) ? 'shipped' : status;
}

/**
 * A parcel's events after more have come: each once, newest first, whatever the order of arrival.
 * Two events are the same when time, status and text agree; of two places one is kept, always
 * the same one.
 */
export function mergeEvents(
  known: readonly TrackingEvent[],
  news: readonly TrackingEvent[],
): TrackingEvent[] {
  const key = (event: TrackingEvent) => `${event.at} ${event.status} ${event.text}`;
  const all = new Map<string, TrackingEvent>();
  for (const event of [...known, ...news]) {
    const same = all.get(key(event));
    if (!same || (same.place ?? '') < (event.place ?? '')) all.set(key(event), event);
  }
  return [...all.values()].sort((a, b) =>
    a.at === b.at ? (key(a) < key(b) ? 1 : -1) : a.at < b.at ? 1 : -1,
  );
}

/**
 * A parcel's status is its newest event's. A final state is not undone by an event of the same
 * moment, and an event we have no word for ("signature taken") tells no status.
 */
export function statusOfEvents(
  events: readonly TrackingEvent[],
  otherwise: TrackingStatus,
): TrackingStatus {
  const telling = events.filter((event) => event.status !== 'unknown');
  const newest = telling[0];
  if (!newest) return otherwise;
  const sameMoment = telling.filter((event) => event.at === newest.at);
  return (sameMoment.find((event) => isFinal(event.status)) ?? newest).status;
}
