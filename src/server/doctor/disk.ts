import { accessSync, constants, existsSync, statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { findingsOf, type Finding } from './finding.ts';

const { ok, warning, broken } = findingsOf('disk');

const MIB = 2 ** 20;
/** Less than this, and a busy day fills it. */
const LEAST = 100 * MIB;
const COMFORTABLE = 1024 * MIB;

/** Whether the database can grow where it lies. */
export function examineDisk(database: string): Finding[] {
  const folder = nearest(dirname(database));
  if (!mayWrite(folder) || (existsSync(database) && !mayWrite(database)))
    return [
      broken(
        `We may not write in ${folder}.`,
        'Give the folder to the user of the server, or move the database.',
      ),
    ];
  const { bavail, bsize } = statfsSync(folder);
  return [judgeSpace(bavail * bsize, statSync(database, { throwIfNoEntry: false })?.size ?? 0)];
}

/** @param free bytes that are left @param size bytes of the database */
export function judgeSpace(free: number, size: number): Finding {
  const sentence = `${Math.floor(free / MIB)} MiB are free where the database lies.`;
  if (free < LEAST) return broken(sentence, 'Make room now: a full disk refuses every write.');
  // A back-up or a restore writes the whole of it once more.
  if (free < Math.max(COMFORTABLE, 2 * size))
    return warning(sentence, 'Make room: a back-up beside it needs as much as the database.');
  return ok(sentence);
}

/** The folder, or the lowest above it that is there: the start makes the rest. */
const nearest = (folder: string): string =>
  existsSync(folder) || dirname(folder) === folder ? folder : nearest(dirname(folder));

function mayWrite(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
