import type { TrackingEvent } from '../contract/shipments.ts';
import type { OrderRecord } from './orders.ts';

/**
 * Carriers write "Signed for by A. Lindqvist" and "Delivered in Rotterdam". Someone who knows no
 * more than an order's number and contact must not learn the name and the address from it.
 */
export function discreet(order: OrderRecord): OrderRecord {
  const hidden = hiddenWords(order);
  if (!hidden) return order;
  const hide = (text: string) => text.normalize('NFC').replace(hidden, '…');
  const tell = (event: TrackingEvent): TrackingEvent => {
    const { place, ...told } = { ...event, text: hide(event.text) };
    // a place with a gap in it still tells where it was
    return place === undefined || hide(place) !== place.normalize('NFC')
      ? told
      : { ...told, place };
  };
  return {
    ...order,
    shipments: order.shipments.map((shipment) => ({
      ...shipment,
      events: shipment.events.map(tell),
    })),
  };
}

/** Shorter ones are more often part of another word than of a name. */
const LEAST_LETTERS = 3;

function hiddenWords({ address, email = '', phone = '' }: OrderRecord): RegExp | undefined {
  const { name = '', lines = [], city = '', postcode = '' } = address ?? {};
  const words = [name, ...name.split(/[\s,.]+/), ...lines, city, postcode, email, phone]
    .map((word) => word.normalize('NFC').trim())
    .filter((word) => word.length >= LEAST_LETTERS)
    // the whole before its parts
    .sort((a, b) => b.length - a.length);
  if (words.length === 0) return undefined;
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`));
  return new RegExp(String.raw`(?<![\p{L}\p{N}])(?:${escaped.join('|')})(?![\p{L}\p{N}])`, 'giu');
}
