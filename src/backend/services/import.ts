import type { Clock, Shop, StagedRow, Storage } from '../ports.ts';
import { readRow, type Fault } from './import/row-faults.ts';
import { createSeenRows } from './import/seen-rows.ts';
import { writeImport } from './import/write-import.ts';

/** A row that cannot be taken; `position` is its line, counted through all files from 1. */
export interface BadRow extends Fault {
  position: number;
}

export interface ImportOptions {
  /** Leaves bad rows out instead of refusing everything. */
  skipBad?: boolean;
  tell?(news: ImportNews): void;
}
export type ImportNews = { bad: BadRow } | { writing: number; of: number };

/** `rows` were read; `imported` is 0 when the import was refused. */
export interface ImportReport {
  rows: number;
  imported: number;
  bad: number;
}

const ROWS_STAGED_AT_ONCE = 500;

/**
 * Takes JSON Lines of the import format: all of it or, when one row is bad, nothing. Rows are
 * checked and staged; then one commit makes the import count; then it is written. Cut short before
 * the commit it leaves nothing, after it resumeImports() goes on: who asked is told ImportUnfinished.
 */
export async function importRows(
  { storage, clock }: { storage: Storage; clock: Clock },
  shop: Shop,
  lines: AsyncIterable<string>,
  { skipBad = false, tell = () => {} }: ImportOptions = {},
): Promise<ImportReport> {
  const { imports } = storage;
  const id = await imports.begin(shop.id, clock());
  let counts = false;
  try {
    const { rows, good, bad } = await stageAll(storage, shop, id, lines, {
      ...{ skipBad, tell },
      touch: () => imports.touch(id, clock()),
    });
    if (good === 0 || (bad > 0 && !skipBad)) {
      await imports.drop(id);
      return { rows, imported: 0, bad };
    }
    await imports.commit(id, clock());
    counts = true;
    await writeImport({ storage, clock }, shop, id, {
      tell: (writing) => tell({ writing, of: good }),
    });
    return { rows, imported: good, bad };
  } catch (error) {
    // a commit whose answer was lost counts as well
    if (!counts && (await imports.dropStaged(id))) throw error;
    // where even that cannot be written, it is taken over once it has been silent for long enough
    await imports.release(id).catch(() => undefined);
    throw new ImportUnfinished(error);
  }
}

/** It has been taken, and not all of it could be written: whoever comes next goes on with it. */
export class ImportUnfinished extends Error {
  override readonly name = 'ImportUnfinished';
  constructor(cause?: unknown) {
    super('It counts and will be finished; do not run it again.', { cause });
  }
}

async function stageAll(
  storage: Storage,
  shop: Shop,
  id: string,
  lines: AsyncIterable<string>,
  { skipBad, tell, touch }: Required<ImportOptions> & { touch(): Promise<void> },
): Promise<{ rows: number; good: number; bad: number }> {
  const seen = createSeenRows();
  let [position, rows, good, bad] = [0, 0, 0, 0];
  let batch: StagedRow[] = [];
  const stage = async () => {
    if (batch.length && (skipBad || bad === 0)) await storage.imports.stage(id, batch);
    batch = [];
    await touch();
  };
  const refuse = (at: number, fault: Fault) => {
    bad += 1;
    tell({ bad: { position: at, ...fault } });
  };

  for await (const line of lines) {
    position += 1;
    if (line.trim() === '') continue;
    rows += 1;
    const read = readRow(line);
    if ('fault' in read) {
      refuse(position, read.fault);
      continue;
    }
    const found = seen.see(read.row, position);
    if (found === 'same') continue;
    if (found !== 'new') {
      refuse(position, found);
      continue;
    }
    good += 1;
    batch.push({ position, row: read.row });
    if (batch.length >= ROWS_STAGED_AT_ONCE) await stage();
  }
  await stage();

  const missing = seen.missingCustomers();
  const known = await storage.imports.knownCustomers(shop.id, [...missing.keys()]);
  const strays: number[] = [];
  for (const [customer, positions] of missing) {
    if (known.has(customer)) continue;
    for (const at of positions) {
      refuse(at, { pointer: '/customer', reason: `There is no customer ${customer}.` });
      strays.push(at);
    }
  }
  await storage.imports.unstage(id, strays);
  return { rows, good: good - strays.length, bad };
}
