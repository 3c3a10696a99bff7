import type { StoredEvent } from '../ports.ts';
import type { EventsTable } from './event-tables.ts';

export const rowOf = (event: StoredEvent, sequence: number): EventsTable => ({
  shop_id: event.shop,
  id: event.id,
  sequence,
  visitor: 'visitor' in event.who ? event.who.visitor : null,
  customer_id: 'customer' in event.who ? event.who.customer : null,
  type: event.type,
  product_id: event.product ?? null,
  variant_id: event.variant ?? null,
  quantity: event.quantity ?? null,
  detail: event.detail ?? null,
  at: event.at,
  expires_at: event.expiresAt,
});

export const eventOf = (row: EventsTable): StoredEvent => ({
  shop: row.shop_id,
  id: row.id,
  who: row.customer_id === null ? { visitor: row.visitor! } : { customer: row.customer_id },
  type: row.type,
  ...(row.product_id !== null && { product: row.product_id }),
  ...(row.variant_id !== null && { variant: row.variant_id }),
  ...(row.quantity !== null && { quantity: row.quantity }),
  ...(row.detail !== null && { detail: row.detail }),
  at: row.at,
  expiresAt: row.expires_at,
});
