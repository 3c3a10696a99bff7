import { readFileSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { isPostgres } from './database.ts';
import { fillIn, type Lookup } from './environment.ts';
import { ConfigInvalid, ConfigMissing, faultsOf, type ConfigFault } from './faults.ts';
import { Config } from './schema.ts';
import type { ShopConfig } from './shop-schema.ts';

export const CONFIG_FILE = 'front-desk.config.json';

/** The config as the server uses it: checked, filled in, its paths absolute. */
export interface Settings extends Omit<Config, '$schema' | 'shop' | 'shops'> {
  shops: readonly ShopConfig[];
}

export function loadConfig(file: string, lookup: Lookup): Settings {
  return readConfig(textOf(file), file, lookup);
}

/** @param file where the text is from: its folder is where relative paths start */
export function readConfig(text: string, file: string, lookup: Lookup): Settings {
  const filled = fillIn(parse(text, file), lookup);
  const parsed = Config.safeParse(filled.value);
  const faults = [...filled.faults];
  // A value that came from nowhere has been told already.
  const told = new Set(faults.map(({ pointer }) => pointer));
  if (!parsed.success)
    faults.push(...faultsOf(parsed.error.issues).filter(({ pointer }) => !told.has(pointer)));
  if (faults.length || !parsed.success) throw new ConfigInvalid(basename(file), faults);
  const { $schema: _, shop, shops, ...rest } = parsed.data;
  return {
    ...rest,
    shops: shops ?? (shop ? [shop] : []),
    database: isPostgres(rest.database)
      ? rest.database
      : resolve(dirname(resolve(file)), rest.database),
  };
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new ConfigMissing(file);
    throw error;
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new ConfigInvalid(basename(file), [syntaxFault(text, error)]);
  }
}

/** The engine tells a position; people count lines. Its message may quote a secret: left out. */
function syntaxFault(text: string, error: SyntaxError): ConfigFault {
  const position = /position (\d+)/.exec(error.message)?.[1];
  if (position === undefined)
    return { pointer: '', detail: 'Not valid JSON: it ends too early. Is a } or ] missing?' };
  const before = text.slice(0, Number(position)).split('\n');
  const place = `line ${before.length}, column ${before.at(-1)!.length + 1}`;
  return {
    pointer: '',
    detail: `Not valid JSON at ${place}. Look there for a missing or extra comma, quote or bracket.`,
  };
}
