import { randomBytes } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  statSync,
  writeSync,
} from 'node:fs';

const BYTES = 32;

/** Where the pepper of a database lies: beside it, never in it. */
export const pepperFileOf = (database: string): string => `${database}.pepper`;

/**
 * A secret of this machine, made when it is first wanted. Call it under the database's lock: two
 * processes that make one each would not understand each other's codes.
 */
export function readSecretFile(file: string): string {
  return existing(file) ?? create(file);
}

function existing(file: string): string | undefined {
  const stats = statSync(file, { throwIfNoEntry: false });
  if (!stats) return undefined;
  if (process.platform !== 'win32' && stats.mode & 0o077)
    throw new SecretUnfit(`Others can read ${file}. Close it with: chmod 600 ${file}`);
  const secret = readFileSync(file, 'utf8').trim();
  if (Buffer.from(secret, 'base64url').length < BYTES)
    throw new SecretUnfit(
      `${file} is damaged. Bring it back from a backup; or delete it, and everybody signs in anew.`,
    );
  return secret;
}

export class SecretUnfit extends Error {
  override readonly name = 'SecretUnfit';
}

/** Made aside and moved in whole: a crash leaves no half secret behind. */
function create(file: string): string {
  const secret = randomBytes(BYTES).toString('base64url');
  const aside = `${file}.new`;
  const handle = openSync(aside, 'w', 0o600);
  try {
    writeSync(handle, `${secret}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  renameSync(aside, file);
  return secret;
}
