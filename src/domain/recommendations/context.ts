/** An item of the context. */
export interface Held {
  item: number;
  /** Places back from the end to where it stands last. */
  back: number;
  /** How often it stands there. */
  times: number;
}

/** So many different items are looked at. */
const MOST = 50;

/** What a shopper has, each item once, the latest first; what nobody ever had is left out. */
export function heldOf(context: ArrayLike<number>, items: number): Map<number, Held> {
  const held = new Map<number, Held>();
  for (let at = context.length - 1; at >= 0; at--) {
    const item = context[at]!;
    const before = held.get(item);
    if (before) before.times += 1;
    else if (item < items && held.size < MOST)
      held.set(item, { item, back: context.length - 1 - at, times: 1 });
  }
  return held;
}
