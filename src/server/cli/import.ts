import { resolve } from 'node:path';
import { importerAt, NoServer } from '../admin/client.ts';
import { socketPathOf } from '../admin/socket-path.ts';
import { isPostgres } from '../config/database.ts';
import { createShops } from '../config/shops.ts';
import { resumeImports } from '../../backend/services/resume-imports.ts';
import { importerOver, shopOf, type Importer } from '../imports/importer.ts';
import { openHere } from './open-here.ts';
import { count, runImport } from './run-import.ts';
import { chooseTarget, type Target, type TargetFlags } from './target.ts';
import { say, type Terminal } from './terminal.ts';

export interface ImportFlags extends TargetFlags {
  shop?: string;
  skipBad?: boolean;
}

/** Imports files through the running server, or else into the database file itself. */
export async function importFiles(
  files: readonly string[],
  flags: ImportFlags,
  terminal: Terminal,
): Promise<void> {
  const target = chooseTarget(flags, terminal);
  const request = {
    ...(flags.shop !== undefined && { shop: flags.shop }),
    skipBad: flags.skipBad === true,
  };
  const paths = files.map((file) => resolve(terminal.cwd, file));
  const settings = () => {
    const { currency } = shopOf(createShops(target.shops()), flags.shop);
    return { currency, now: new Date() };
  };
  const read = { files: paths, settings };
  const { imported, bad } = await runImport(importerFor(target), request, read, terminal);
  const skipped = bad ? `, ${count(bad)} bad ${bad === 1 ? 'one' : 'ones'} left out` : '';
  say(terminal, `${count(imported)} ${imported === 1 ? 'row' : 'rows'} imported${skipped}.`);
}

const importerFor =
  (target: Target): Importer =>
  async (request, lines, tell) => {
    // Postgres lets in as many as come
    if (isPostgres(target.settings.database)) return importHere(target)(request, lines, tell);
    try {
      return await importerAt(socketPathOf(target.settings.database))(request, lines, tell);
    } catch (error) {
      if (!(error instanceof NoServer)) throw error;
      return importHere(target)(request, lines, tell);
    }
  };

/** No server runs, and the file is ours for as long as this takes; or the database is shared. */
const importHere =
  (target: Target): Importer =>
  async (request, lines, tell) => {
    const { storage, postgres } = await openHere(target, true);
    try {
      const parts = { storage, shops: createShops(target.shops()), clock: () => new Date() };
      // what is unfinished elsewhere is being worked on, or its servers see to it
      if (!postgres) await resumeImports(parts, parts.shops);
      return await importerOver(parts)(request, lines, tell);
    } finally {
      await storage.close();
    }
  };
