import type { LineRecord, OrderRecord, ShipmentRecord } from '../../domain/orders/orders.ts';
import {
  joinNews,
  stateOf,
  type ParcelNews,
  type ToldEvent,
} from '../../domain/shipments/parcel-news.ts';
import type { OrderChange } from '../ports.ts';
import type {
  OrderLinesTable,
  OrdersTable,
  ShipmentLinesTable,
  ShipmentsTable,
  TrackingEventsTable,
} from './catalogue-tables.ts';

/** All rows of one order. */
export interface OrderRows {
  order: OrdersTable;
  /** Where the customer is reached when the order names no contact of its own. */
  contact?: { email: string | null; phone: string | null };
  lines: OrderLinesTable[];
  shipments: ShipmentsTable[];
  shipmentLines: ShipmentLinesTable[];
  events: TrackingEventsTable[];
}

/** Whom a change of it is for. */
export const changeOf = ({ order: { id, customer_id } }: OrderRows): OrderChange => ({
  id,
  customers: customer_id === null ? [] : [customer_id],
});

/** The order its rows tell of. */
export function orderOf(rows: OrderRows): OrderRecord {
  const { order, lines } = rows;
  const email = order.email ?? rows.contact?.email;
  const phone = order.phone ?? rows.contact?.phone;
  return {
    id: order.id,
    number: order.number,
    ...(order.customer_id !== null && { customer: order.customer_id }),
    ...(typeof email === 'string' && { email }),
    ...(typeof phone === 'string' && { phone }),
    placedAt: order.placed_at,
    status: order.status,
    currency: order.currency,
    lines: lines.map(lineOf),
    discounts: JSON.parse(order.discounts),
    shipping: order.shipping,
    ...(order.shipping_method !== null && { shippingMethod: order.shipping_method }),
    tax: order.tax,
    taxIncluded: order.tax_included === 1,
    total: order.total,
    payments: JSON.parse(order.payments),
    ...(order.address !== null && { address: JSON.parse(order.address) }),
    ...(order.channel !== null && { channel: order.channel }),
    ...(order.risk !== null && { risk: order.risk }),
    shipments: shipmentsOf(rows),
  };
}

/** Its parcels alone: the part that a carrier's news change. */
export const shipmentsOf = ({
  shipments,
  shipmentLines,
  events,
}: Pick<OrderRows, 'shipments' | 'shipmentLines' | 'events'>): ShipmentRecord[] =>
  shipments.map((shipment) =>
    shipmentOf(
      shipment,
      shipmentLines.filter(({ shipment_id }) => shipment_id === shipment.id),
      events.filter(({ shipment_id }) => shipment_id === shipment.id),
    ),
  );

const lineOf = (line: OrderLinesTable): LineRecord => ({
  id: line.id,
  product: line.product_id,
  variant: line.variant_id,
  name: line.name,
  options: JSON.parse(line.options),
  quantity: line.quantity,
  unitPrice: line.unit_price,
  ...(line.picture !== null && { picture: JSON.parse(line.picture) }),
  ...(line.url !== null && { url: line.url }),
  ...(line.bundle !== null && { bundle: line.bundle }),
});

function shipmentOf(
  row: ShipmentsTable,
  lines: readonly ShipmentLinesTable[],
  events: readonly TrackingEventsTable[],
): ShipmentRecord {
  const { shop, carrier } = newsOfRows(row, events);
  return {
    id: row.id,
    ...(row.number !== null && { number: row.number }),
    ...(row.url !== null && { url: row.url }),
    ...stateOf(joinNews(shop, carrier), row.told_status),
    lines: lines.map(({ line_id, quantity }) => ({ line: line_id, quantity })),
  };
}

/** What the shop told of a parcel and what its carrier did. */
export function newsOfRows(
  row: ShipmentsTable,
  events: readonly TrackingEventsTable[],
): { shop: ParcelNews; carrier: ParcelNews } {
  const from = (source: TrackingEventsTable['source']): ToldEvent[] =>
    events.filter((event) => event.source === source).map(eventOf);
  return {
    shop: { facts: JSON.parse(row.told_facts), events: from('shop') },
    carrier: { facts: JSON.parse(row.news_facts), events: from('carrier') },
  };
}

export const eventOf = (row: TrackingEventsTable): ToldEvent => ({
  at: row.at,
  status: row.status,
  text: row.text,
  ...(row.place !== null && { place: row.place }),
  ...(row.source_id !== null && { id: row.source_id }),
});
