/** What a mock keeps in IndexedDB, so that a reload or the next page finds it as it was. */
export interface SavedMock {
  bytes: Uint8Array<ArrayBuffer>;
  tokens: Record<string, string>;
  /** When it was filled: parcels of a sample that is a day old are no longer under way. */
  filledAt: number;
}

const STORE = 'mocks';

export interface Saves {
  read(): Promise<SavedMock | undefined>;
  /** Done when it is on disk. */
  write(saved: SavedMock): Promise<void>;
  clear(): Promise<void>;
}

export function createSaves(name: string): Saves {
  return {
    read: () => inStore('readonly', (store) => store.get(name)),
    write: async (saved) => void (await inStore('readwrite', (store) => store.put(saved, name))),
    clear: async () => void (await inStore('readwrite', (store) => store.delete(name))),
  };
}

/** For a mock that forgets. */
export const noSaves: Saves = {
  read: async () => undefined,
  write: async () => undefined,
  clear: async () => undefined,
};

async function inStore<Result>(
  mode: IDBTransactionMode,
  ask: (store: IDBObjectStore) => IDBRequest<Result>,
): Promise<Result> {
  const db = await openDatabase();
  try {
    const transaction = db.transaction(STORE, mode);
    const request = ask(transaction.objectStore(STORE));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error);
      transaction.onabort = () => reject(transaction.error);
    });
    return request.result;
  } finally {
    db.close();
  }
}

const openDatabase = () =>
  new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('front-desk-mock', 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
