import type { ImportRow } from '../../contract/import.ts';
import { versionOf, type MarkKind, type SendingTold, type RowNews } from './row-news.ts';

/** The newest telling of a thing and the newest telling that it is gone; empty when there is none. */
export interface Mark {
  version: string;
  gone: string;
}
export interface Thing {
  kind: MarkKind;
  id: string;
}
export type Marks = (thing: Thing) => Mark;

/** What is left to do of some news once those that came too late are left out. */
export interface Sifted {
  put: ImportRow[];
  remove: Thing[];
  /** Customers told gone: their orders told before that go as well. */
  erased: { customer: string; gone: string }[];
  sendings: SendingTold[];
}

/** Whom or what news speak of. */
export const thingOf = (news: RowNews): Thing =>
  'row' in news
    ? { kind: news.row.type, id: news.row.id }
    : 'gone' in news
      ? { kind: news.gone, id: news.id }
      : { kind: 'order', id: news.order };

const ranks: Record<MarkKind, number> = { customer: 0, product: 1, order: 2 };

/** Holds news against what was told before, and writes in the marks what they tell. */
export function sift(news: readonly RowNews[], marks: Marks): Sifted {
  const left = new Map<string, { thing: Thing; row: ImportRow | undefined }>();
  const erased: Sifted['erased'] = [];
  const sendings: SendingTold[] = [];
  // orders come last: whether one is there depends on its customer
  const ranked = [...news].sort((a, b) => ranks[thingOf(a).kind] - ranks[thingOf(b).kind]);
  for (const each of ranked) {
    if ('sending' in each) {
      sendings.push(each);
      continue;
    }
    const thing = thingOf(each);
    const mark = marks(thing);
    const key = `${thing.kind} ${thing.id}`;
    const version = versionOf(each);
    if ('gone' in each) {
      if (version! <= mark.gone) continue;
      mark.gone = version!;
      if (thing.kind === 'customer') erased.push({ customer: thing.id, gone: version! });
      if (version! > mark.version) left.set(key, { thing, row: undefined });
      continue;
    }
    const { row } = each;
    if (version === undefined) mark.gone = '';
    else if (version <= mark.version) continue;
    else mark.version = version;
    const isThere = (version ?? 'always') > mark.gone && !isErased(row, version, marks);
    left.set(key, { thing, row: isThere ? row : undefined });
  }
  const all = [...left.values()];
  return {
    put: all.flatMap(({ row }) => row ?? []),
    remove: all.flatMap(({ row, thing }) => (row ? [] : thing)),
    erased,
    sendings,
  };
}

/** An order told before its customer went, also when it comes afterwards. */
function isErased(row: ImportRow, version: string | undefined, marks: Marks): boolean {
  if (row.type !== 'order' || row.customer === undefined) return false;
  const customer = marks({ kind: 'customer', id: row.customer });
  return customer.gone > (version ?? customer.version);
}
