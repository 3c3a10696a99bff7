import { InvalidArgumentError, type Command } from 'commander';
import { shopsSteps, type ShopsStep } from '../../backend/services/settling-desk.ts';
import { CONFIG_FILE } from '../config/load.ts';
import {
  listChanges,
  listRefunds,
  listReturns,
  moveReturn,
  reviewChange,
  showReturn,
  tellRefunded,
  type SettlingFlags,
} from './settling.ts';
import type { Terminal } from './terminal.ts';
import { saveUpload } from './uploads.ts';

const steps: Record<ShopsStep, string> = {
  approve: 'Agree to a return; its label is made, where somebody makes them.',
  refuse: 'Refuse a return, with --why in words for the shopper.',
  receive: 'A return has arrived.',
  inspect: 'A return was looked at, and is as it should be.',
  settle: 'A return is done: money that is moved by hand has moved.',
};

/** `returns …`, `uploads …` and `changes …`: what the shop's people do until there is a console. */
export function settlingCommands(program: Command, terminal: Terminal): void {
  const group = (name: string, description: string) => grouped(program, name, description);

  const returns = group('returns', 'Returns and what becomes of them; see docs/settling.md.');
  returns('list', 'List returns, the oldest first.')
    .option('--state <state...>', 'only those that are requested, approved, received …')
    .option('--without-label', 'only those that wait for a label nobody could make')
    .option('--limit <number>', 'how many (default: 50)', limitOf)
    .action((flags: SettlingFlags) => listReturns(flags, terminal));
  returns('show', 'All of one return.')
    .argument('<return>', 'its number or its id')
    .action((id: string, flags: SettlingFlags) => showReturn(id, flags, terminal));
  for (const step of Object.keys(shopsSteps) as ShopsStep[]) {
    const command = returns(step, steps[step]).argument('<return>', 'its number or its id');
    if (step === 'refuse') command.option('--why <words>', 'why, in words for the shopper');
    command.action((id: string, flags: SettlingFlags) => moveReturn(step, id, flags, terminal));
  }

  const uploads = group('uploads', 'What shoppers sent beside words; see docs/uploads.md.');
  uploads('save', 'Save a picture to a file.')
    .argument('<upload>', 'its id')
    .argument('<file>', 'a new file')
    .action((id: string, file: string, flags: SettlingFlags) =>
      saveUpload(id, file, flags, terminal),
    );

  const changes = group(
    'changes',
    'Cancellations, edits and reports that wait for the shop’s word, and refunds for its hand.',
  );
  changes('list', 'List them, the oldest first.')
    .option('--limit <number>', 'how many (default: 50)', limitOf)
    .action((flags: SettlingFlags) => listChanges(flags, terminal));
  for (const [name, agreed, summary] of [
    ['approve', true, 'Do it as it was asked for, while the order is as it was.'],
    ['refuse', false, 'Do nothing of it.'],
  ] as const)
    changes(name, summary)
      .argument('<receipt>', 'its id')
      .action((id: string, flags: SettlingFlags) => reviewChange(agreed, id, flags, terminal));
  changes('refunds', 'List refunds that you move by hand, the oldest first.')
    .option('--limit <number>', 'how many (default: 50)', limitOf)
    .action((flags: SettlingFlags) => listRefunds(flags, terminal));
  changes('refunded', 'You have moved the refunds of a receipt.')
    .argument('<receipt>', 'its id')
    .action((id: string, flags: SettlingFlags) => tellRefunded(id, flags, terminal));
}

/** Commands under one name, each about one shop. */
export function grouped(program: Command, name: string, description: string) {
  const parent = program.command(name).description(description);
  return (command: string, summary: string): Command =>
    parent
      .command(command)
      .description(summary)
      .option('--shop <id>', 'which shop, where the config has several')
      .option('--config <file>', `the config (default: ${CONFIG_FILE})`)
      .option('--demo', 'of the demo shop of this folder')
      .option('--database <file>', 'database file; wins over the config')
      .option('--json', 'one JSON object a line');
}

export function limitOf(text: string): number {
  if (!/^[1-9]\d{0,5}$/.test(text)) throw new InvalidArgumentError('Give a number from 1.');
  return Number(text);
}
