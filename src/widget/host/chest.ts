import { inStore } from './kept-store.ts';

/** One thing kept over reloads, keys that cannot be read included; where that is refused, in memory. */
export interface Chest<Thing> {
  read(): Promise<Thing | undefined>;
  /** Undefined forgets it. */
  write(thing: Thing | undefined): Promise<void>;
}

/** In IndexedDB, with a mark beside it by which the next page knows to look. */
export function createChest<Thing>(desk: string): Chest<Thing> {
  /** What the store refused. */
  let held: Thing | undefined;

  return {
    // where it was refused, the store still has the one before
    read: async () =>
      held ??
      inStore<Thing | undefined>('readonly', (store) => store.get(desk)).catch(() => undefined),
    async write(thing) {
      held = thing;
      try {
        if (!thing) localStorage.removeItem(desk);
        await inStore('readwrite', (store) =>
          thing ? store.put(thing, desk) : store.delete(desk),
        );
        held = undefined;
        if (thing) localStorage.setItem(desk, 'key');
      } catch {
        // refused: it lives as long as the page
      }
    },
  };
}
