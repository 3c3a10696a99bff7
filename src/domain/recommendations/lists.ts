import type { Held } from './context.ts';
import type { History } from './history.ts';
import { columnOf } from './signals.ts';
import type { Tally } from './tally.ts';

/** So many items of the context, the latest, are looked up in past lists. */
const ITEMS = 12;
/** So many of their latest events: of each item, and of all together. */
export const EVENTS = 500;
const ALL_EVENTS = 3000;
/** How far to both sides of an event. */
const REACH = 20;
/** A list is a third as fresh when so large a part of all lists has come after it. */
const FRESH = 0.04;

/** What is left of a list's worth so far from what it shares. */
const nearness = Float32Array.from({ length: REACH + 1 }, (_, far) => Math.exp(-far / 2));

const { next, nextFresh, before, afterPrevious, ahead, behind } = columnOf;
const { company, near, fresh, agreement } = columnOf;

/** Counts what stood in the latest lists that share items with the context. */
export function createListCount(history: History) {
  /** Of each list: what it shares is worth, how many items that is, and where the latest stands. */
  let worth = new Float32Array(0);
  let matches = new Uint8Array(0);
  let anchor = new Int32Array(0);

  /** Counts around each event of the item; tells of lists not met before. */
  function countItem(
    tally: Tally,
    { item }: Held,
    rank: number,
    most: number,
    met: number[],
  ): void {
    const { item: itemOf, list: listOf, start, earlier, lists } = history;
    const { sums, rowOf } = tally;
    const later = 1 / (1 + rank) / Math.min(most, history.count[item]!);
    const rarity = Math.exp(-rank / 2.5) * Math.log(1 + lists / (history.count[item]! + 1));
    let left = most;
    let lastList = -1;
    for (let event = history.latest[item]!; event >= 0 && left-- > 0; event = earlier[event]!) {
      const list = listOf[event]!;
      if (list !== lastList) {
        lastList = list;
        if (matches[list] === 0) {
          met.push(list);
          anchor[list] = event;
        }
        matches[list]! += 1;
        worth[list]! += rarity;
      }
      const freshness = rank === 0 ? Math.exp((list - lists) / (FRESH * lists)) : 0;
      const from = Math.max(start[list]!, event - REACH);
      const to = Math.min(start[list + 1]!, event + REACH + 1);
      for (let other = from; other < event; other++) {
        const row = rowOf(itemOf[other]!);
        const close = 1 / (event - other);
        sums[row + behind]! += close * later;
        if (rank === 0) sums[row + before]! += close;
      }
      for (let other = event + 1; other < to; other++) {
        const row = rowOf(itemOf[other]!);
        const close = 1 / (other - event);
        sums[row + ahead]! += close * later;
        if (rank === 1) sums[row + afterPrevious]! += close;
        if (rank > 0) continue;
        sums[row + next]! += close;
        sums[row + nextFresh]! += close * freshness;
      }
    }
  }

  function countList(tally: Tally, list: number): void {
    const { item: itemOf, start, lists } = history;
    const { sums, rowOf } = tally;
    const middle = anchor[list]!;
    const from = Math.max(start[list]!, middle - REACH);
    const to = Math.min(start[list + 1]!, middle + REACH + 1);
    const more = (matches[list]! - 1) * worth[list]!;
    const freshness = Math.exp((list - lists) / (FRESH * lists));
    for (let event = from; event < to; event++) {
      const row = rowOf(itemOf[event]!);
      const close = worth[list]! * nearness[Math.abs(event - middle)]!;
      sums[row + company]! += worth[list]!;
      sums[row + near]! += close;
      sums[row + fresh]! += close * freshness;
      sums[row + agreement]! += more;
    }
    worth[list] = 0;
    matches[list] = 0;
  }

  return (tally: Tally, held: readonly Held[]): void => {
    if (history.lists > worth.length) {
      worth = new Float32Array(history.lists * 2);
      matches = new Uint8Array(history.lists * 2);
      anchor = new Int32Array(history.lists * 2);
    }
    const looked = held.slice(0, ITEMS);
    const most = Math.min(EVENTS, Math.ceil(ALL_EVENTS / looked.length));
    const met: number[] = [];
    for (const [rank, one] of looked.entries()) countItem(tally, one, rank, most, met);
    for (const list of met) countList(tally, list);
  };
}
