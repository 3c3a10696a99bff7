import type { ShipmentRow } from '../../contract/import.ts';
import { trackingNumberKey } from '../../domain/identity/lookup-keys.ts';
import {
  eventKey,
  newsOf,
  type ParcelNews,
  type ToldEvent,
} from '../../domain/shipments/parcel-news.ts';
import type { TrackingEventsTable } from './catalogue-tables.ts';
import type { OrderRows } from './order-rows.ts';

/** What carriers have told of a parcel, by its id and its number. */
export type CarrierNews = (shipment: { id: string; number_key: string | null }) => ParcelNews;

/** The rows of an order's parcels as its shop tells them, with what their carriers told kept. */
export function shipmentRows(
  ids: { shop_id: string; order_id: string },
  told: readonly ShipmentRow[],
  carrier: CarrierNews,
): Pick<OrderRows, 'shipments' | 'shipmentLines' | 'events'> {
  const parcels = told.map((shipment) => {
    const number_key = shipment.number === undefined ? null : trackingNumberKey(shipment.number);
    const kept = carrier({ id: shipment.id, number_key });
    return { shipment, number_key, kept, news: toldBy(shipment) };
  });
  return {
    shipments: parcels.map(({ shipment, number_key, kept, news }, position) => ({
      ...ids,
      id: shipment.id,
      position,
      number: shipment.number ?? null,
      number_key,
      url: shipment.url ?? null,
      told_status: shipment.status,
      told_facts: JSON.stringify(news.facts),
      news_facts: JSON.stringify(kept.facts),
    })),
    shipmentLines: told.flatMap((shipment) =>
      shipment.lines.map(({ line, quantity }, position) => ({
        ...ids,
        shipment_id: shipment.id,
        line_id: line,
        position,
        quantity,
      })),
    ),
    events: parcels.flatMap(({ shipment, kept, news }) => [
      ...news.events.map((event) => eventRow(ids, shipment.id, 'shop', event)),
      ...kept.events.map((event) => eventRow(ids, shipment.id, 'carrier', event)),
    ]),
  };
}

export const eventRow = (
  ids: { shop_id: string; order_id: string },
  shipment_id: string,
  source: TrackingEventsTable['source'],
  event: ToldEvent,
): TrackingEventsTable => ({
  shop_id: ids.shop_id,
  order_id: ids.order_id,
  shipment_id,
  source,
  event_key: eventKey(event),
  at: event.at,
  status: event.status,
  text: event.text,
  place: event.place ?? null,
  source_id: event.id ?? null,
});

const toldBy = ({ events, carrier, estimate, pickup }: ShipmentRow) =>
  newsOf({ events, carrier: carrier?.toLowerCase(), estimate, pickup });
