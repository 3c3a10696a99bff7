import { inStore } from './kept-store.ts';

/** What waits to be sent: it outlives a reload, a crash and a closed tab, and all tabs have one. */
export interface Outbox<Letter extends { client: string }> {
  read(): Promise<Letter[]>;
  put(letter: Letter): Promise<void>;
  remove(client: string): Promise<void>;
  clear(): Promise<void>;
}

/** In IndexedDB, a record a letter, so that tabs do not undo each other's. Refused: in memory. */
export function createOutbox<Letter extends { client: string }>(desk: string): Outbox<Letter> {
  const prefix = `${desk}:out:`;
  const mine = () => IDBKeyRange.bound(prefix, `${prefix}\uffff`);
  /** What the store refused. */
  const held = new Map<string, Letter>();
  const quietly = (deal: Promise<unknown>): Promise<void> =>
    deal.then(
      () => {},
      () => {},
    );
  return {
    async read() {
      const stored = await inStore<Letter[]>('readonly', (store) => store.getAll(mine())).catch(
        () => [],
      );
      return [...stored, ...held.values()];
    },
    put: (letter) =>
      inStore('readwrite', (store) => store.put(letter, prefix + letter.client)).then(
        () => {},
        () => void held.set(letter.client, letter),
      ),
    remove(client) {
      held.delete(client);
      return quietly(inStore('readwrite', (store) => store.delete(prefix + client)));
    },
    clear() {
      held.clear();
      return quietly(inStore('readwrite', (store) => store.delete(mine())));
    },
  };
}
