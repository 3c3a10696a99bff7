import type { OrderStatus } from '../../../contract/orders.ts';
import type { TrackingStatus } from '../../../contract/shipments.ts';
import type { CustomerId } from './customers.ts';

/** An order of the sample shop as one tells it; rows.ts works out names, sums and ids. */
export interface OrderStory {
  number: string;
  /** A guest order has an e-mail instead. */
  by: CustomerId | { email: string };
  placed: string;
  status: OrderStatus;
  bought: readonly Bought[];
  discount?: { label: string; amount: number };
  shipping?: number;
  currency?: string;
  parcels?: readonly ParcelStory[];
}

export interface Bought {
  what: string;
  size?: string;
  quantity?: number;
  /** When it was not today's price. */
  price?: number;
}

export interface ParcelStory {
  carrier?: string;
  number?: string;
  /** Which of the things bought are in it; all of them when left out. */
  has?: readonly number[];
  /** When nothing has been heard of it yet. */
  status?: TrackingStatus;
  estimate?: { from: string; to: string };
  pickup?: { place: string; until?: string };
  /** Newest first. */
  events?: readonly EventStory[];
}

export type EventStory = readonly [
  at: string,
  status: TrackingStatus,
  text: string,
  place?: string,
];
