import type { Command } from 'commander';
import { ask } from '../admin/ask.ts';
import { NoServer } from '../admin/client.ts';
import { customerAskAt, customerAskOf, type CustomerAsk } from '../admin/customer-questions.ts';
import { socketPathOf } from '../admin/socket-path.ts';
import { createShops } from '../config/shops.ts';
import { openHere } from './open-here.ts';
import { grouped } from './settling-commands.ts';
import { valueOf } from './settling.ts';
import { chooseTarget, type Target, type TargetFlags } from './target.ts';
import { say, type Terminal } from './terminal.ts';

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
  const told = await answered(chooseTarget(flags, terminal), (desk) => desk.export(wanted));
  say(terminal, JSON.stringify(valueOf(told), null, flags.json ? 0 : 2));
}

/** Through the running server, or else in the database itself. */
async function answered<Value>(
  target: Target,
  visit: (desk: CustomerAsk) => Promise<Value>,
): Promise<Value> {
  const socket = socketPathOf(target.settings.database);
  try {
    return await visit(customerAskAt((question, asked) => ask(socket, question, asked)));
  } catch (error) {
    if (!(error instanceof NoServer)) throw error;
  }
  const { storage } = await openHere(target);
  try {
    return await visit(customerAskOf(storage, createShops(target.shops()), () => new Date()));
  } finally {
    await storage.close();
  }
}
