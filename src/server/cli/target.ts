import { createHash } from 'node:crypto';
import { existsSync, realpathSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { CONFIG_FILE, loadConfig, type Settings } from '../config/load.ts';
import { isDatabase, isPostgres, NO_DATABASE } from '../config/database.ts';
import { ConfigMissing } from '../config/faults.ts';
import { alder, warehouse } from '../../backend/platforms/sample/index.ts';
import { readSecretFile } from '../config/secret-file.ts';
import type { ShopConfig } from '../config/shop-schema.ts';
import { CommandFailure, exits, type Terminal } from './terminal.ts';

export interface TargetFlags {
  config?: string;
  demo?: boolean;
  database?: string;
  /** A folder of rows that take the place of the sample shop's. */
  data?: string;
}

/** Which shops and which database a command is about. */
export interface Target {
  settings: Omit<Settings, 'shops'>;
  /** The demo shop without a config of its own. */
  demo: boolean;
  /** Asked for under the database's lock: the demo's secret lies beside the database. */
  shops(): readonly ShopConfig[];
}

export function chooseTarget(flags: TargetFlags, { cwd, environment }: Terminal): Target {
  const demo = flags.demo === true && flags.config === undefined;
  const { shops, ...settings } = demo
    ? demoSettings(demoFolder(flags, cwd))
    : loadConfig(configFile(flags, cwd), environment);
  const database = chosenDatabase(flags, demo, { cwd, environment }) ?? settings.database;
  return {
    settings: { ...settings, database },
    demo,
    shops: () => (demo ? [demoShop(readSecretFile(`${database}.webhook`))] : shops),
  };
}

/** The demo keeps a file of its own: a DATABASE_URL that lies about is meant for something else. */
function chosenDatabase(
  flags: TargetFlags,
  demo: boolean,
  { cwd, environment }: Pick<Terminal, 'cwd' | 'environment'>,
): string | undefined {
  const named = flags.database || (demo ? undefined : environment('DATABASE_URL'));
  if (!named) return undefined;
  // told without its value, which may hold a password
  if (!isDatabase(named) || !(flags.database || isPostgres(named)))
    throw new CommandFailure(
      `${flags.database ? '--database' : 'DATABASE_URL'}: ${NO_DATABASE}`,
      exits.usage,
    );
  if (!isPostgres(named)) return resolve(cwd, named);
  if (demo)
    throw new CommandFailure(
      'The demo keeps its data in a file. Give a --config to serve from Postgres.',
      exits.usage,
    );
  return named;
}

function configFile({ config }: TargetFlags, cwd: string): string {
  const file = resolve(cwd, config ?? CONFIG_FILE);
  if (!existsSync(file)) throw new ConfigMissing(config ?? CONFIG_FILE);
  return file;
}

/** Another folder of data is another shop: each has a database of its own. */
function demoFolder({ data }: TargetFlags, cwd: string): string {
  if (data === undefined) return join(cwd, 'data/demo');
  const folder = folderOf(data, cwd);
  const mark = createHash('sha256').update(folder).digest('hex').slice(0, 8);
  return join(cwd, `data/${basename(folder)}-${mark}`);
}

export function folderOf(data: string, cwd: string): string {
  const folder = resolve(cwd, data);
  if (!existsSync(folder))
    throw new CommandFailure(`There is no folder ${data}. Check --data.`, exits.usage);
  return realpathSync(folder);
}

const demoShop = (webhookSecret: string): ShopConfig => ({
  ...{ ...alder, origins: [], webhookSecret },
  payments: { driver: 'sandbox' },
  labels: { driver: 'sandbox', returnTo: warehouse },
});

/** As a config without any choice of its own. */
const demoSettings = (folder: string): Settings => ({
  shops: [],
  database: join(folder, 'front-desk.db'),
  port: 4747,
  trustedProxies: [],
  drainSeconds: 0,
});
