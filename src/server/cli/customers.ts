import type { Command } from 'commander';
import { customerAskAt, customerAskOf, type CustomerAsk } from '../admin/customer-questions.ts';
import type { OpenDatabase } from '../open-database.ts';
import { answered } from './answered.ts';
import { grouped } from './settling-commands.ts';
import { shopsHere } from './shops-here.ts';
import { chooseTarget, type TargetFlags } from './target.ts';
import { say, type Terminal } from './terminal.ts';
import { valueOf } from './value-of.ts';

interface CustomerFlags extends TargetFlags {
  shop?: string;
  json?: boolean;
}

/** `customers …`: what the shop owes those it keeps data of. */
export function customerCommands(program: Command, terminal: Terminal): void {
  const customers = grouped(program, 'customers', 'Customers and what is kept of them.');
  customers('export', 'All that is kept of one, as JSON; without the bytes of pictures.')
    .argument('<customer>', 'their id or e-mail address')
    .action((named: string, flags: CustomerFlags) => exportCustomer(named, flags, terminal));
}

async function exportCustomer(
  named: string,
  flags: CustomerFlags,
  terminal: Terminal,
): Promise<void> {
  const { shop } = flags;
  const wanted = { named, ...(shop !== undefined && { shop }) };
  const target = chooseTarget(flags, terminal);
  const here = async ({ storage }: OpenDatabase): Promise<CustomerAsk> =>
    customerAskOf(storage, await shopsHere(target, storage, terminal), () => new Date());
  const desks = { there: customerAskAt, here };
  const told = await answered(target, desks, (desk) => desk.export(wanted));
  say(terminal, JSON.stringify(valueOf(told), null, flags.json ? 0 : 2));
}
