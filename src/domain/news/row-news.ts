import type { ImportRow, ShipmentRow } from '../../contract/import.ts';

/**
 * What a shop's own system tells of one thing: how it is now, that it is gone, or how one sending
 * of an order is. `toldAt` decides between two tellings of one second.
 */
export type RowNews = RowTold | RowGone | SendingTold;

export interface RowTold {
  row: ImportRow;
  toldAt?: string | undefined;
}
export interface RowGone {
  gone: 'product' | 'customer';
  id: string;
  updatedAt: string;
  toldAt?: string | undefined;
}
/**
 * One sending of an order, with a clock of its own: news of it may come before its order. Its
 * parcels have its id, with a dot and a number behind it from the second on.
 */
export interface SendingTold {
  sending: string;
  order: string;
  parcels: ShipmentRow[];
  updatedAt: string;
  toldAt?: string | undefined;
}

export type MarkKind = ImportRow['type'];

/**
 * Of all news of one thing the one with the greatest version counts, in whatever order they come.
 * It compares as text: when it became so, when it was told, and last the contents, so that any two
 * tellings have an order. Undefined for a row that does not say when it became so.
 */
export function versionOf(news: RowNews): string | undefined {
  if ('gone' in news) return `${at(news.updatedAt, news.toldAt)} ${LAST}`;
  const body = 'row' in news ? news.row : news.parcels;
  const updatedAt = 'row' in news ? news.row.updatedAt : news.updatedAt;
  return updatedAt && `${at(updatedAt, news.toldAt)} ${digestOf(JSON.stringify(body))}`;
}

/** What is gone at the very moment of another telling is gone. */
const LAST = '~';

/** An untold moment of telling comes before all others. */
const NEVER = '0000-00-00T00:00:00.000Z';
const at = (updatedAt: string, toldAt: string = NEVER): string => `${updatedAt} ${toldAt}`;

/** Two hashes and the length: enough to tell two texts apart, without keeping both. */
export function digestOf(text: string): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57];
  for (let place = 0; place < text.length; place += 1) {
    const code = text.charCodeAt(place);
    high = Math.imul(high ^ code, 2_654_435_761);
    low = Math.imul(low ^ code, 1_597_334_677);
  }
  return `${high >>> 0}-${low >>> 0}-${text.length}`;
}
