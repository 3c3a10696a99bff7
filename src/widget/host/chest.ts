/** One thing kept over reloads, keys that cannot be read included; where that is refused, in memory. */
export interface Chest<Thing> {
  read(): Promise<Thing | undefined>;
  /** Undefined forgets it. */
  write(thing: Thing | undefined): Promise<void>;
}

const STORE = 'kept';

/** In IndexedDB, with a mark beside it by which the next page knows to look. */
export function createChest<Thing>(desk: string): Chest<Thing> {
  /** What the store refused. */
  let held: Thing | undefined;

  const inStore = <T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest) =>
    new Promise<T>((done, fail) => {
      const opening = indexedDB.open('front-desk', 1);
      opening.onupgradeneeded = () => opening.result.createObjectStore(STORE);
      opening.onerror = () => fail(opening.error);
      opening.onsuccess = () => {
        const db = opening.result;
        const deal = db.transaction(STORE, mode);
        let request: IDBRequest<T>;
        deal.oncomplete = () => done(request.result);
        deal.onabort = () => fail(deal.error);
        try {
          request = act(deal.objectStore(STORE));
        } catch (error) {
          fail(error as Error);
        }
        db.close();
      };
    });

  return {
    async read() {
      try {
        const found = await inStore<Thing | undefined>('readonly', (store) => store.get(desk));
        return found ?? held;
      } catch {
        return held;
      }
    },
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
