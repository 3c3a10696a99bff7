import type { Clock, Shop, Storage } from '../../ports.ts';

export interface WriteOptions {
  /** Looked at between two batches: what is left waits for somebody else. */
  signal?: AbortSignal | undefined;
  /** Told how many rows are written. */
  tell?(written: number): void;
}

/** Reads of a running server wait for a batch, so it is short. */
const ROWS_WRITTEN_AT_ONCE = 100;

/** Writes what is left of an import that counts; false where the signal ended that early. */
export async function writeImport(
  { storage: { imports }, clock }: { storage: Pick<Storage, 'imports'>; clock: Clock },
  shop: Shop,
  id: string,
  { signal, tell }: WriteOptions,
): Promise<boolean> {
  let [written, count] = [0, 0];
  do {
    if (signal?.aborted) return false;
    count = await imports.applyNext(shop, id, { most: ROWS_WRITTEN_AT_ONCE, at: clock() });
    written += count;
    if (count > 0) tell?.(written);
    await turn();
  } while (count > 0);
  return true;
}

/** Lets others have their turn: the embedded database answers in microtasks alone. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
