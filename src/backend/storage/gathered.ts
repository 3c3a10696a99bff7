/** So much is done together: in a process whose SQLite is its own nobody else is heard meanwhile. */
const MOST = 8;

/**
 * What comes while `atOnce` works of its kind are under way waits, and is done with all that waits by
 * one call of `work`, which answers for each, in their order. Where that fails each is tried alone, or
 * they fail together: what only reads fails for a reason that is nobody's own.
 */
export function gathered<Item, Result>(
  atOnce: number,
  work: (items: readonly Item[]) => Promise<readonly Result[]>,
  failing: 'alone' | 'together' = 'alone',
): (item: Item) => Promise<Result> {
  let waiting: Waiting<Item, Result>[] = [];
  let running = 0;

  async function run(): Promise<void> {
    running += 1;
    while (waiting.length > 0) {
      const some = waiting.slice(0, MOST);
      waiting = waiting.slice(MOST);
      await together(some);
    }
    running -= 1;
  }

  async function together(some: readonly Waiting<Item, Result>[]): Promise<void> {
    try {
      const results = await work(some.map(({ item }) => item));
      for (const [nth, { done }] of some.entries()) done(results[nth]!);
    } catch (error) {
      if (failing === 'together' || some.length === 1) for (const each of some) each.fail(error);
      else for (const each of some) await together([each]);
    }
  }

  return (item) =>
    new Promise((done, fail) => {
      waiting.push({ item, done, fail });
      if (running < atOnce) void run();
    });
}

interface Waiting<Item, Result> {
  item: Item;
  done(result: Result): void;
  fail(error: unknown): void;
}
