import type { Command } from 'commander';
import { backUpTo, restoreFrom } from './copies.ts';
import { doctor, type DoctorFlags } from './doctor.ts';
import type { TargetFlags } from './target.ts';
import type { Terminal } from './terminal.ts';

/** The commands of who keeps a server running. */
export function addOperations(program: Command, terminal: Terminal): void {
  const about = (name: string, summary: string): Command =>
    program
      .command(name)
      .description(summary)
      .option('--config <file>', 'the config')
      .option('--demo', 'the demo shop of this folder')
      .option('--database <file>', 'database file; wins over the config');

  about('backup', 'Copy the embedded database into a new file, while its server goes on.')
    .argument('<file>', 'where to; nothing is overwritten')
    .action((file: string, flags: TargetFlags) => backUpTo(file, flags, terminal));

  about('restore', 'Put a copy in the place of the embedded database; the old one is kept aside.')
    .argument('<file>', 'what backup has made')
    .addHelpText('after', '\nStop the server first. Copies of a newer version are refused.')
    .action((file: string, flags: TargetFlags) => restoreFrom(file, flags, terminal));

  about('doctor', 'Look at everything a server needs; exit 1 when something is broken.')
    .option('--json', 'findings as JSON')
    .option('--clock <url>', 'compare our clock with that of a web server')
    .action((flags: DoctorFlags) => doctor(flags, terminal));
}
