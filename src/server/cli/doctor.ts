import { resolve } from 'node:path';
import { ConfigInvalid, ConfigMissing } from '../config/faults.ts';
import { CONFIG_FILE } from '../config/load.ts';
import { examine } from '../doctor/examine.ts';
import type { Finding } from '../doctor/finding.ts';
import { chooseTarget, type TargetFlags } from './target.ts';
import { CommandFailure, exits, say, type Terminal } from './terminal.ts';

export interface DoctorFlags extends TargetFlags {
  json?: boolean;
  clock?: string;
}

/** Tells what is well and what is not; fails when something is broken. */
export async function doctor(flags: DoctorFlags, terminal: Terminal): Promise<void> {
  if (flags.clock !== undefined && !/^https?:/.test(flags.clock))
    throw new CommandFailure('--clock is an address, as in https://shop.example.', exits.usage);
  const findings = await findingsFor(flags, terminal);
  say(
    terminal,
    flags.json ? JSON.stringify({ findings }, null, 2) : findings.map(lineOf).join('\n'),
  );
  const broken = findings.filter(({ level }) => level === 'broken').length;
  if (broken)
    throw new CommandFailure(`${broken} ${broken === 1 ? 'thing is' : 'things are'} broken.`);
}

async function findingsFor(flags: DoctorFlags, terminal: Terminal): Promise<Finding[]> {
  try {
    const { settings, shops, demo } = chooseTarget(flags, terminal);
    return await examine({
      settings,
      // The demo's only secret is made at its start.
      shops: demo ? [] : shops(),
      ...(!demo && { config: resolve(terminal.cwd, flags.config ?? CONFIG_FILE) }),
      ...(flags.clock !== undefined && { clock: flags.clock }),
    });
  } catch (error) {
    if (!(error instanceof ConfigInvalid) && !(error instanceof ConfigMissing)) throw error;
    const todo = 'Mend that first: nothing else can be looked at without it.';
    return [{ area: 'config', level: 'broken', what: error.message, todo }];
  }
}

const WIDEST_LEVEL = 7;
const WIDEST_AREA = 10;

const lineOf = ({ level, area, what, todo }: Finding): string =>
  [level.padEnd(WIDEST_LEVEL), area.padEnd(WIDEST_AREA), what, todo].filter(Boolean).join(' ');
