/** Something somebody looked at, wished for or put into the cart. */
export interface Seen {
  /** Who, by what is known of them. */
  who: string;
  product: string;
  at: string;
}

/** What somebody looked at without so long a pause is one visit. */
const PAUSE = 30 * 60 * 1000;
/** A visit longer than this goes on as another: no machine that reads the whole shop fills the memory. */
const MOST = 200;

/**
 * Makes visits of what is told in the order in which it came to light. A visit is over once something is
 * told that happened long enough after: whoever reads the same gets the same, in pieces or at once.
 */
export function createVisits() {
  const open = new Map<string, { products: string[]; last: number }>();

  /** Answers the visits that are over by now, oldest first. */
  function take({ who, product, at }: Seen): string[][] {
    const now = Date.parse(at);
    const over: string[][] = [];
    for (const [other, visit] of open) {
      if (now - visit.last < PAUSE) break;
      open.delete(other);
      over.push(visit.products);
    }
    const visit = open.get(who) ?? { products: [], last: now };
    open.delete(who);
    if (visit.products.at(-1) !== product) visit.products.push(product);
    if (visit.products.length < MOST) open.set(who, { ...visit, last: Math.max(now, visit.last) });
    else over.push(visit.products);
    return over;
  }

  return { take, open: (): string[][] => [...open.values()].map(({ products }) => products) };
}
