import type { Clock, Shops, Silence, Storage } from '../ports.ts';
import { writeImport } from './import/write-import.ts';

export interface ResumeOptions {
  /** Left out: nobody else is at work, and all that is unfinished is ours. */
  silence?: Silence;
  /** Says that we stop: what is left is given back. */
  signal?: AbortSignal;
}

/**
 * Finishes imports that count already, wipes those cut short before that: at the start of the only
 * process all of them, later and among several those that have given no sign of life for too long.
 */
export async function resumeImports(
  { storage, clock }: { storage: Storage; clock: Clock },
  shops: Shops,
  { silence, signal }: ResumeOptions = {},
): Promise<{ finished: number; dropped: number }> {
  const { imports } = storage;
  let [finished, dropped] = [0, 0];
  for (const { id, shop: shopId, committed } of await imports.unfinished(silence)) {
    if (signal?.aborted) break;
    if (!committed) {
      await imports.dropStaged(id);
      dropped += 1;
      continue;
    }
    const shop = shops.find(shopId);
    // its shop may come back to the configuration
    if (!shop) continue;
    // while we wrote another, somebody else may have begun with this one
    if (silence && !(await imports.takeOver(id, silence.writing, clock()))) continue;
    if (await writeImport({ storage, clock }, shop, id, { signal })) finished += 1;
    else await imports.release(id);
  }
  return { finished, dropped };
}
