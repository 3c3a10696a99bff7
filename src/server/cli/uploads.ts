import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { atDesk, named, type SettlingFlags } from './settling.ts';
import { CommandFailure, say, type Terminal } from './terminal.ts';

/** Writes what a shopper sent to a file that is not there yet. */
export async function saveUpload(
  id: string,
  file: string,
  flags: SettlingFlags,
  terminal: Terminal,
): Promise<void> {
  const { type, base64 } = await atDesk(flags, terminal, (desk) =>
    desk.upload({ ...named(flags), id }),
  );
  const target = resolve(terminal.cwd, file);
  try {
    writeFileSync(target, base64, { encoding: 'base64', flag: 'wx' });
  } catch (error) {
    throw new CommandFailure(`${target} cannot be written: ${(error as Error).message}`);
  }
  say(terminal, `${target} holds the ${type}.`);
}
