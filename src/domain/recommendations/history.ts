/**
 * What shoppers had together, oldest first: the items of one visit, or of one basket, are a list. Items
 * are numbers from 0; each event knows the event of its item before it, so the latest lists with an item
 * are found without an index, and a list is appended in the time it takes to write it.
 */
export interface History {
  /** How many items, lists and events it holds. */
  items: number;
  lists: number;
  events: number;
  /** Of each event: its item, its list, and the event of the same item before it, or -1. */
  item: Int32Array;
  list: Int32Array;
  earlier: Int32Array;
  /** Of each list its first event; one more says where the last list ends. */
  start: Int32Array;
  /** Of each item: its latest event, or -1, and how many events it has. */
  latest: Int32Array;
  count: Int32Array;
}

export function createHistory(): History {
  return {
    items: 0,
    lists: 0,
    events: 0,
    item: new Int32Array(1024),
    list: new Int32Array(1024),
    earlier: new Int32Array(1024),
    start: new Int32Array(256),
    latest: new Int32Array(256).fill(-1),
    count: new Int32Array(256),
  };
}

export function historyOf(lists: Iterable<ArrayLike<number>>): History {
  const history = createHistory();
  for (const list of lists) append(history, list);
  return history;
}

/** Adds a list as the newest. */
export function append(history: History, items: ArrayLike<number>): void {
  history.item = roomFor(history.item, history.events + items.length);
  history.list = roomFor(history.list, history.events + items.length);
  history.earlier = roomFor(history.earlier, history.events + items.length);
  history.start = roomFor(history.start, history.lists + 2);
  for (let at = 0; at < items.length; at++) addEvent(history, items[at]!);
  history.lists += 1;
  history.start[history.lists] = history.events;
}

function addEvent(history: History, item: number): void {
  if (item >= history.items) {
    history.items = item + 1;
    history.latest = roomFor(history.latest, history.items, -1);
    history.count = roomFor(history.count, history.items);
  }
  const event = history.events++;
  history.item[event] = item;
  history.list[event] = history.lists;
  history.earlier[event] = history.latest[item]!;
  history.latest[item] = event;
  history.count[item]! += 1;
}

/** A longer list holds much that does not belong together. */
const LONG = 50;

/** How many lists, from one on, hold both items; counted from the latest on, up to so many. */
export function togetherIn(
  history: History,
  [one, other]: readonly [number, number],
  { from = 0, most }: { from?: number; most: number },
): number {
  const { list, latest, start } = history;
  let a = latest[one] ?? -1;
  let b = latest[other] ?? -1;
  let together = 0;
  while (together < most && a >= 0 && b >= 0) {
    const [inA, inB] = [list[a]!, list[b]!];
    if (Math.min(inA, inB) < from) break;
    if (inA === inB && start[inA + 1]! - start[inA]! <= LONG) together += 1;
    if (inA >= inB) a = before(history, a);
    if (inB >= inA) b = before(history, b);
  }
  return together;
}

/** The latest event of the same item in a list before, or -1. */
function before({ list, earlier }: History, event: number): number {
  let at = event;
  while (at >= 0 && list[at] === list[event]) at = earlier[at]!;
  return at;
}

/** A few long lists hold most pairs: how many times as many as if all were of one length. */
export function crowdingOf({ start, lists, events }: History): number {
  let squares = 0;
  for (let list = 0; list < lists; list++) squares += (start[list + 1]! - start[list]!) ** 2;
  return events === 0 ? 1 : (squares * lists) / events ** 2;
}

/** The lists from one to before another, oldest first. */
export function* listsOf(history: History, from = 0, to = history.lists): Generator<Int32Array> {
  for (let list = from; list < to; list++)
    yield history.item.subarray(history.start[list]!, history.start[list + 1]!);
}

/** Doubled until it holds so many. */
function roomFor(array: Int32Array, length: number, filling = 0): Int32Array {
  if (length <= array.length) return array;
  const wider = new Int32Array(Math.max(length, array.length * 2)).fill(filling, array.length);
  wider.set(array);
  return wider;
}
