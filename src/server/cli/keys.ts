import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigInvalid, ConfigMissing } from '../config/faults.ts';
import { MOST_KEYS } from '../config/identity-key.ts';
import { CONFIG_FILE, readConfig } from '../config/load.ts';
import { toJson, writeWhole } from '../config/whole-file.ts';
import { makeKey, type KeyEntry, type KeyFlags } from './make-key.ts';
import { CommandFailure, exits, say, type Terminal } from './terminal.ts';

export interface KeysFlags extends KeyFlags {
  config?: string;
  shop?: string;
}

/** The part of the file that is read and written here; all else in it stays as it is. */
interface RawShop {
  id: string;
  identityKeys?: KeyEntry[];
}
interface RawConfig {
  shop?: RawShop;
  shops?: RawShop[];
}

/** Stands for what only the server's environment has, to check the rest of the file. */
const ELSEWHERE = 'from-the-environment-of-the-server';

/** Adds, lists and removes what the shop's own login signs with. They lie in the config. */
export function keys(
  action: string,
  kid: string | undefined,
  flags: KeysFlags,
  terminal: Terminal,
): void {
  const file = resolve(terminal.cwd, flags.config ?? CONFIG_FILE);
  const config = read(file, flags, terminal);
  const shop = shopIn(config, flags.shop);
  if (action === 'list') return list(shop, terminal);
  if (action === 'remove') {
    remove(shop, kid);
    save(file, config, terminal);
    return say(terminal, `${kid} is taken away. Restart the server; its tokens are refused then.`);
  }
  const { entry, told } = makeKey(kid, flags, terminal);
  add(shop, entry);
  save(file, config, terminal);
  say(terminal, `${entry.kid} (${entry.alg}) is in ${flags.config ?? CONFIG_FILE}.`);
  say(terminal, 'Restart the server to have it known.');
  if (told) say(terminal, told);
}

function list({ id, identityKeys = [] }: RawShop, terminal: Terminal): void {
  if (identityKeys.length === 0)
    say(terminal, `${id} has no key. Make one with: front-desk-server keys add`);
  for (const { kid, alg, issuer } of identityKeys)
    say(terminal, [kid, alg, ...(issuer === undefined ? [] : [issuer])].join('\t'));
}

function add(shop: RawShop, entry: KeyEntry): void {
  const known = shop.identityKeys ?? [];
  if (known.some(({ kid }) => kid === entry.kid))
    throw new CommandFailure(`There is a key ${entry.kid} already. Name another.`, exits.usage);
  if (known.length >= MOST_KEYS) {
    const names = known.map(({ kid }) => kid).join(' and ');
    throw new CommandFailure(
      `${names} are there, and two keys are the most. Take one away first: front-desk-server keys remove ${known[0]!.kid}`,
      exits.usage,
    );
  }
  shop.identityKeys = [...known, entry];
}

function remove(shop: RawShop, kid: string | undefined): void {
  const known = shop.identityKeys ?? [];
  const kept = known.filter((one) => one.kid !== kid);
  if (kept.length === known.length)
    throw new CommandFailure(
      `${kid ?? 'Name a key to take away. It'} is no key of ${shop.id}. See: front-desk-server keys list`,
      exits.usage,
    );
  if (kept.length > 0) shop.identityKeys = kept;
  else delete shop.identityKeys;
}

/** Names in "${…}" are left as they are written: secrets of the environment stay there. */
function read(file: string, flags: KeysFlags, terminal: Terminal): RawConfig {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT')
      throw new ConfigMissing(flags.config ?? CONFIG_FILE);
    throw error;
  }
  check(text, file, terminal);
  return JSON.parse(text) as RawConfig;
}

const check = (text: string, file: string, { environment }: Terminal) =>
  readConfig(text, file, (name) => environment(name) || ELSEWHERE);

function shopIn({ shop, shops = [] }: RawConfig, id: string | undefined): RawShop {
  const all = shop ? [shop] : shops;
  const found = id === undefined && all.length === 1 ? all[0] : all.find((one) => one.id === id);
  if (found) return found;
  const names = all.map((one) => one.id).join(', ');
  throw new CommandFailure(
    id === undefined
      ? `Whose key is it? Name one with --shop: ${names}.`
      : `There is no shop "${id}". Known: ${names}.`,
    exits.usage,
  );
}

/** Only a config that the server would take is written. */
function save(file: string, config: RawConfig, terminal: Terminal): void {
  const text = toJson(config);
  try {
    check(text, file, terminal);
  } catch (error) {
    if (!(error instanceof ConfigInvalid)) throw error;
    const [fault] = error.faults;
    throw new CommandFailure(`${fault?.pointer}: ${fault?.detail}`, exits.usage);
  }
  writeWhole(file, text, statSync(file).mode & 0o777);
}
