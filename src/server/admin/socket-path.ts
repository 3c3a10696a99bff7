import { createHash } from 'node:crypto';
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';

/** The kernel keeps so many bytes of a socket's path (Linux 108, macOS 104, with the final NUL). */
const LONGEST = 103;

/**
 * Where the server of a database is talked to: a folder of its own beside the database, or, where
 * that path is too long, one in the temporary folder. Server and CLI come to the same answer.
 */
export function socketPathOf(database: string): string {
  const beside = join(`${database}.run`, 'admin.sock');
  if (Buffer.byteLength(beside) <= LONGEST) return beside;
  const mark = createHash('sha256').update(database).digest('hex').slice(0, 24);
  return join(tmpdir(), `front-desk-${userInfo().uid}`, `${mark}.sock`);
}

/** The socket's folder, which nobody but its owner can enter. */
export function makeSocketFolder(socket: string): void {
  const folder = dirname(socket);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  // In a temporary folder, somebody else may have made it first.
  const stats = lstatSync(folder);
  if (!stats.isDirectory() || (process.getuid && stats.uid !== process.getuid()))
    throw new SocketUnfit(folder);
  if (stats.mode & 0o077) chmodSync(folder, 0o700);
}

/**
 * Who hands data over has to know to whom: in a temporary folder anybody can put a socket where
 * ours would be. Its folder has to be ours, or of who owns the folder above it.
 */
export function trustSocket(socket: string, me = process.getuid?.()): void {
  const folder = dirname(socket);
  const stats = lstatSync(folder, { throwIfNoEntry: false });
  if (!stats || me === undefined) return;
  const trusted = [me, lstatSync(dirname(folder)).uid];
  if (!stats.isDirectory() || !trusted.includes(stats.uid)) throw new SocketUnfit(folder);
}

export class SocketUnfit extends Error {
  override readonly name = 'SocketUnfit';
  constructor(folder: string) {
    super(`${folder} belongs to somebody else. Remove it, or move the database.`);
  }
}
