import type { TrackingEvent } from '../contract/shipments.ts';
import type { OrderRecord } from './orders.ts';

/**
 * Carriers write "Signed for by A. Lindqvist" and "Delivered in Rotterdam". Someone who knows no
 * more than an order's number and contact must not learn the name and the address from it.
 */
export function discreet(order: OrderRecord): OrderRecord {
  const { city = '' } = order.address ?? {};
  const theirs = wordsOf(order);
  const hide = hiding([...theirs, city]);
  // whoever is to fetch a parcel has to know where, and the town alone does not tell who
  const hideInPickup = hiding(theirs);
  const tell = (event: TrackingEvent): TrackingEvent => {
    const { place, ...told } = { ...event, text: hide(event.text) };
    // a place with a gap in it still tells where it was
    return place === undefined || hide(place) !== place.normalize('NFC')
      ? told
      : { ...told, place };
  };
  return {
    ...order,
    shipments: order.shipments.map(({ url, pickup, ...shipment }) => ({
      ...shipment,
      // PostNL's and others' links end in the postcode; the carrier's own page knows the number
      ...(url !== undefined && hide(readable(url)) === readable(url) && { url }),
      ...(pickup && { pickup: { ...pickup, place: hideInPickup(pickup.place) } }),
      events: shipment.events.map(tell),
    })),
  };
}

/** A link's words as people read them. One that cannot be read is as it is. */
function readable(url: string): string {
  const spaced = url.replaceAll('+', ' ').normalize('NFC');
  try {
    return decodeURIComponent(spaced).normalize('NFC');
  } catch (error) {
    if (error instanceof URIError) return spaced;
    throw error;
  }
}

/** Shorter ones are more often part of another word than of a name. */
const LEAST_LETTERS = 3;

function wordsOf({ address, email = '', phone = '' }: OrderRecord): string[] {
  const { name = '', lines = [], postcode = '' } = address ?? {};
  const together = postcode.replaceAll(' ', '');
  return [name, ...name.split(/[\s,.]+/), ...lines, postcode, together, email, phone];
}

function hiding(all: readonly string[]): (text: string) => string {
  const words = all
    .map((word) => word.normalize('NFC').trim())
    .filter((word) => word.length >= LEAST_LETTERS)
    // the whole before its parts
    .sort((a, b) => b.length - a.length);
  if (words.length === 0) return (text) => text.normalize('NFC');
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|/]/g, String.raw`\$&`));
  const hidden = new RegExp(
    String.raw`(?<![\p{L}\p{N}])(?:${escaped.join('|')})(?![\p{L}\p{N}])`,
    'giu',
  );
  return (text) => text.normalize('NFC').replace(hidden, '…');
}
