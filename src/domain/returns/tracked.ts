import type { ReturnState } from '../../contract/returns.ts';
import type { TrackingStatus } from '../../contract/shipments.ts';
import { stateOf, type ParcelNews } from '../shipments/parcel-news.ts';

type Tracked = Extract<ReturnState, 'in_transit' | 'received'>;

/** What a carrier's word means for a return; what is not named says nothing of where it is. */
const meaning: Partial<Record<TrackingStatus, Tracked>> = {
  carrier_picked_up: 'in_transit',
  in_transit: 'in_transit',
  out_for_delivery: 'in_transit',
  attempted_delivery: 'in_transit',
  delayed: 'in_transit',
  ready_for_pickup: 'in_transit',
  picked_up: 'received',
  delivered: 'received',
};

/**
 * How far all that a carrier told of the way back takes a return. It goes by everything that happened,
 * not by what was told last: news may come late, twice and in any order.
 */
export function trackedTo(news: ParcelNews): Tracked | undefined {
  const told = stateOf(news, 'unknown').events.map(({ status }) => meaning[status]);
  return told.find((each) => each === 'received') ?? told.find((each) => each === 'in_transit');
}
