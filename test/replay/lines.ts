import type { Line } from '../../src/contract/orders.ts';

type Lines = readonly Pick<Line, 'id' | 'variant' | 'quantity'>[];

/** What a line is to be. Where one list is longer, what it has no partner for is undefined or empty. */
export interface Pair {
  line: string;
  variant: string | undefined;
}

/**
 * A line for each named item; one that is named twice takes two units. What the order does not have
 * is asked for by its own name, so that the backend says so.
 */
export function linesOf(lines: Lines, items: readonly string[]): string[] {
  const left = new Map(lines.map(({ id, quantity }) => [id, quantity]));
  return items.map((item) => {
    const line = lines.find(({ id, variant }) => variant === item && left.get(id)! > 0);
    if (!line) return item;
    left.set(line.id, left.get(line.id)! - 1);
    return line.id;
  });
}

/**
 * What becomes of which line. The original tool changes one item after the other, each time the first
 * that has the named id by then: of two alike it may be the one just changed.
 */
export function changesOf(
  lines: Lines,
  items: readonly string[],
  becoming: readonly string[],
): Pair[] {
  const now = new Map(lines.map(({ id, variant }) => [id, variant]));
  const changed = new Map<string, Pair>();
  const missing: Pair[] = [];
  for (const [nth, item] of items.entries()) {
    const variant = becoming[nth];
    const line = [...now].find(([, current]) => current === item)?.[0];
    if (line === undefined) missing.push({ line: item, variant });
    else {
      changed.set(line, { line, variant });
      now.set(line, variant ?? item);
    }
  }
  const surplus = becoming.slice(items.length).map((variant) => ({ line: '', variant }));
  return [...changed.values(), ...missing, ...surplus];
}
