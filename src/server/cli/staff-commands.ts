import type { Command } from 'commander';
import { grouped } from './settling-commands.ts';
import { addStaff, listStaff, staffStep, type StaffFlags } from './staff.ts';
import type { Terminal } from './terminal.ts';

/** `staff …`: who may sign in to the console. There is nobody until somebody is added here. */
export function staffCommands(program: Command, terminal: Terminal): void {
  const staff = grouped(program, 'staff', 'Who signs in to the console; see docs/console.md.');
  staff('add', 'Let somebody sign in, by a link to this address.')
    .argument('<email>', 'where their links go')
    .option('--role <role>', 'agent, lead or admin (default: agent)')
    .option('--name <name>', 'as shoppers shall read it (default: what stands before the @)')
    .action((email: string, flags: StaffFlags) => addStaff(email, flags, terminal));
  staff('list', 'List them.').action((flags: StaffFlags) => listStaff(flags, terminal));
  staff('remove', 'Let somebody in no longer; their sessions end at once.')
    .argument('<email>', 'theirs')
    .action((email: string, flags: StaffFlags) =>
      staffStep('remove', 'signs in no longer.')(email, flags, terminal),
    );
  staff('reset', 'Somebody has lost their authenticator app: the next link sets up another.')
    .argument('<email>', 'theirs')
    .action((email: string, flags: StaffFlags) =>
      staffStep('reset', 'sets up an app anew with the next link.')(email, flags, terminal),
    );
}
