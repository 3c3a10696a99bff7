import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { resumeImports } from '../../src/backend/services/resume-imports.ts';
import { readConfig } from '../../src/server/config/load.ts';
import { createShops } from '../../src/server/config/shops.ts';
import { openDatabase } from '../../src/server/open-database.ts';
import { aConfig } from '../builders/config.ts';
import { anOrder } from '../builders/rows.ts';
import { dice } from '../data/dice.ts';
import { startCli } from './server-process.ts';
import { aFolder } from './folder.ts';

export interface ImportKillFigures {
  rounds: number;
  /** Rounds after which the import was there whole, and after which nothing of it was. */
  whole: number;
  nothing: number;
  /** Rounds after which a part of it was there. */
  torn: number;
}

const ROWS = 1500;

/** Kills an import at a moment between its start and its end, opens the file again and counts. */
export async function importKillRounds(rounds: number, seed = 1): Promise<ImportKillFigures> {
  const root = aFolder('import-kill');
  const random = dice(seed, 'import-kill');
  const rows = Array.from({ length: ROWS }, (_, each) =>
    anOrder({ id: `order-${each}`, number: `I${each}`, email: 'mara@kern.eu' }),
  );
  const data = join(root, 'orders.jsonl');
  writeFileSync(data, rows.map((row) => JSON.stringify(row)).join('\n'));
  const config = JSON.stringify(aConfig());
  const longest = await timed(await folderFor(root, config, 'unharmed'), data);

  const figures = { rounds, whole: 0, nothing: 0, torn: 0 };
  for (let round = 0; round < rounds; round += 1) {
    const cwd = await folderFor(root, config, `round-${round}`);
    const cli = await startCli(['import', data], { cwd });
    const timer = setTimeout(
      () => cli.child.kill('SIGKILL'),
      (longest * random.between(1, 1000)) / 1000,
    );
    await cli.ended;
    clearTimeout(timer);
    const found = await countOrders(cwd, config);
    figures[found === ROWS ? 'whole' : found === 0 ? 'nothing' : 'torn'] += 1;
  }
  return figures;
}

async function folderFor(root: string, config: string, name: string): Promise<string> {
  const cwd = join(root, name);
  mkdirSync(cwd);
  writeFileSync(join(cwd, 'front-desk.config.json'), config);
  return cwd;
}

/** How long an import takes that nobody disturbs, in ms. */
async function timed(cwd: string, data: string): Promise<number> {
  const began = performance.now();
  const { ended } = await startCli(['import', data], { cwd });
  if ((await ended) !== 0) throw new Error('The import that nobody killed failed');
  return performance.now() - began;
}

/** As a start would find it: what counts already is finished first. */
async function countOrders(cwd: string, config: string): Promise<number> {
  const settings = readConfig(config, join(cwd, 'front-desk.config.json'), () => undefined);
  const { storage } = await openDatabase(settings.database);
  try {
    await resumeImports({ storage, clock: () => new Date() }, createShops(settings.shops));
    let found = 0;
    for (let each = 0; each < ROWS; each += 1)
      if (await storage.catalogue.order('alder', `order-${each}`)) found += 1;
    return found;
  } finally {
    await storage.close();
  }
}
