const STORE = 'kept';

/** One deal with what this browser keeps for the page's origin: all of it is done, or nothing. */
export const inStore = <T>(
  mode: IDBTransactionMode,
  act: (store: IDBObjectStore) => IDBRequest,
): Promise<T> =>
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
