import type { OrderProgress, OrderStatus } from '../../contract/orders.ts';
import type { Estimate, TrackingEvent, TrackingStatus } from '../../contract/shipments.ts';
import type { PlainKey, Say } from '../locales/words.ts';

const BY_PARCEL: { readonly [S in TrackingStatus]?: PlainKey } = {
  label_printed: 'packing',
  label_purchased: 'packing',
  confirmed: 'packed',
  attempted_delivery: 'missed',
  delayed: 'late',
  ready_for_pickup: 'collect',
  failure: 'notDelivered',
  returned_to_sender: 'sentBack',
  expired: 'noNews',
  cancelled: 'cancelled',
};
const BY_ORDER: Readonly<Record<OrderStatus, PlainKey>> = {
  placed: 'haveIt',
  processing: 'packing',
  shipped: 'onItsWay',
  delivered: 'delivered',
  cancelled: 'cancelled',
};

/** Will anything more happen to it? */
export const isMoving = ({ status, parcel, needsYou }: OrderProgress): boolean =>
  needsYou || (status !== 'cancelled' && status !== 'delivered' && parcel !== 'cancelled');

/** The sentence an order is told in: "Arriving Thursday". */
export function headline(progress: OrderProgress, words: Say): string {
  const { status, parcel, estimate, latest } = progress;
  const { text, when } = words;
  if (latest && parcel === 'delivered') return when('deliveredOn', latest.at);
  if (latest && parcel === 'picked_up') return when('collectedOn', latest.at);
  const silent = !parcel || (parcel === 'unknown' && !(estimate && status === 'shipped'));
  const known = silent ? BY_ORDER[status] : BY_PARCEL[parcel];
  if (known) return text(known);
  if (parcel === 'delivered' || parcel === 'picked_up') return text('delivered');
  if (isLate(progress, words)) return text('late');
  if (parcel === 'out_for_delivery') return text('outToday');
  if (!estimate) return text('onItsWay');
  return isOneDay(estimate, words)
    ? when('arriving', estimate.from)
    : when('arrivingBy', estimate.to);
}

/** The day it was promised for is over, and it is not here. */
export const isLate = ({ estimate }: OrderProgress, { daysAway }: Say): boolean =>
  !!estimate && daysAway(estimate.to) < 0;

export const isOneDay = ({ from, to }: Estimate, { daysAway }: Say): boolean =>
  daysAway(from) === daysAway(to);

const BY_EVENT: { readonly [S in TrackingStatus]?: PlainKey } = {
  ...BY_PARCEL,
  carrier_picked_up: 'onItsWay',
  in_transit: 'onItsWay',
  out_for_delivery: 'outToday',
  delivered: 'delivered',
  picked_up: 'collected',
};

/** The carrier's words; ours where a guest is not to hear those. */
export const eventWords = (
  { text, status }: Pick<TrackingEvent, 'text' | 'status'>,
  words: Say,
): string => text || words.text(BY_EVENT[status] ?? 'carrierNews');

/** What was heard of it last: "Left Rotterdam · today at 08:12". */
export const latestNews = ({ latest }: OrderProgress, words: Say): string | undefined =>
  latest && words.when('latest', latest.at, { text: eventWords(latest, words) });

/** The four words under the bar. */
export const stepWords = ({ text }: Say): [string, string, string, string] => [
  text('ordered'),
  text('packedStep'),
  text('onItsWay'),
  text('yours'),
];
