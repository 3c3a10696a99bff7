import { closeSync, fsyncSync, openSync, renameSync, rmSync } from 'node:fs';
import { dirname } from 'node:path';

/** Moves a finished file to its place in one step that a power cut cannot halve. */
export function putInPlace(aside: string, place: string): void {
  sync(aside);
  renameSync(aside, place);
  sync(dirname(place));
}

/** Takes away a file that may not be there. */
export const remove = (file: string): void => rmSync(file, { force: true });

export function sync(path: string): void {
  const handle = openSync(path, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
