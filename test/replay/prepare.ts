import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { readTauRetail } from '../data/tau-retail.ts';
import { readJson } from '../data/source.ts';
import { writeSeed } from './seed.ts';
import { StateOrder, StateUser, type Seed } from './tasks.ts';

/** The seed as the tasks tell it, and as a database file that each of them begins with. */
export interface Prepared {
  seed: Seed;
  file: string;
  folder: string;
  remove(): void;
}

export const readSeed = (data: string): Seed => ({
  users: z.record(z.string(), StateUser).parse(readJson(data, 'users.json')),
  orders: z.record(z.string(), StateOrder).parse(readJson(data, 'orders.json')),
});

export async function prepare(data: string): Promise<Prepared> {
  const folder = mkdtempSync(join(tmpdir(), 'front-desk-replay-'));
  const file = join(folder, 'seed.db');
  await writeSeed(readTauRetail(data), file);
  return {
    ...{ seed: readSeed(data), file, folder },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
