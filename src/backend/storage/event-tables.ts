import type { EventType } from '../../contract/event-names.ts';
import type { Classification } from './schema.ts';

/** What shoppers did, once they agreed that it is kept. */
export interface EventTables {
  events: EventsTable;
  event_counts: EventCountsTable;
}

export interface EventsTable {
  shop_id: string;
  id: string;
  /** Its place among all of the shop. */
  sequence: number;
  /** One of the two is null. */
  visitor: string | null;
  customer_id: string | null;
  type: EventType;
  product_id: string | null;
  variant_id: string | null;
  quantity: number | null;
  detail: string | null;
  at: string;
  expires_at: string;
}

/** How many events a shop has ever had. Who counts on holds it until they are kept. */
export interface EventCountsTable {
  shop_id: string;
  count: number;
}

export const eventColumns: Classification<EventTables> = {
  events: {
    ...{ shop_id: 'none', id: 'none', sequence: 'none', visitor: 'personal' },
    ...{ customer_id: 'personal', type: 'personal', product_id: 'personal' },
    ...{ variant_id: 'personal', quantity: 'personal', detail: 'personal', at: 'personal' },
    expires_at: 'none',
  },
  event_counts: { shop_id: 'none', count: 'none' },
};
