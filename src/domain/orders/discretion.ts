import type { TrackingEvent } from '../../contract/shipments.ts';
import type { OrderRecord } from './orders.ts';

/**
 * Carriers write "Signed for by A. Lindqvist" and "Delivered in Rotterdam". Someone who knows no
 * more than an order's number and contact must not learn the name and the address from it. Words with
 * a gap read badly, and the gap tells a little too: such an event keeps its status alone, for which
 * the reader has words of their own.
 */
export function discreet(order: OrderRecord): OrderRecord {
  const { city = '' } = order.address ?? {};
  const theirs = wordsOf(order);
  const hide = hiding([...theirs, city]);
  const isFree = (text: string) => hide(text) === text.normalize('NFC');
  // whoever is to fetch a parcel has to know where, and the town alone does not tell who
  const hideInPickup = hiding(theirs);
  const tell = (event: TrackingEvent): TrackingEvent => {
    const { place, ...told } = { ...event, text: isFree(event.text) ? event.text : '' };
    return place === undefined || !isFree(place) ? told : { ...told, place };
  };
  return {
    ...order,
    shipments: order.shipments.map(({ url, pickup, ...shipment }) => ({
      ...shipment,
      // PostNL's and others' links end in the postcode; the carrier's own page knows the number
      ...(url !== undefined && hide(readable(url)) === readable(url) && { url }),
      ...(pickup && { pickup: { ...pickup, place: partsWithout(hideInPickup(pickup.place)) } }),
      events: shipment.events.map(tell),
    })),
  };
}

/** "Neighbour of …, Rotterdam": of a place the parts without a gap. */
const partsWithout = (place: string): string =>
  place
    .split(',')
    .filter((part) => !part.includes(GAP))
    .join(',')
    .trim();

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
const GAP = '…';

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
  return (text) => text.normalize('NFC').replace(hidden, GAP);
}
