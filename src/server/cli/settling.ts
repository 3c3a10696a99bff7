import { returnStates, type ReturnState } from '../../contract/returns.ts';
import { createLocalBus } from '../../backend/services/local-bus.ts';
import { createSettlingDesk, type ShopsStep } from '../../backend/services/settling-desk.ts';
import {
  settlingAskAt,
  settlingAskOf,
  type Answer,
  type SettlingAsk,
} from '../admin/settling-questions.ts';
import type { OpenDatabase } from '../open-database.ts';
import { answered } from './answered.ts';
import {
  receiptSheet,
  refundsTable,
  returnSheet,
  returnsTable,
  reviewsTable,
} from './settling-tables.ts';
import { shopsHere } from './shops-here.ts';
import { chooseTarget, type Target, type TargetFlags } from './target.ts';
import { CommandFailure, exits, say, type Terminal } from './terminal.ts';
import { valueOf } from './value-of.ts';

export interface SettlingFlags extends TargetFlags {
  shop?: string;
  json?: boolean;
  limit?: number;
  state?: string[];
  withoutLabel?: boolean;
  why?: string;
}

const LISTED = 50;

export async function listReturns(flags: SettlingFlags, terminal: Terminal): Promise<void> {
  const states = statesOf(flags.state);
  const wanted = {
    ...{ ...named(flags), ...(states && { states }), most: flags.limit ?? LISTED },
    ...(flags.withoutLabel && { withoutLabel: true }),
  };
  const found = await atDesk(flags, terminal, (desk) => desk.returns(wanted));
  tell(found, flags, terminal, () => (found.length ? returnsTable(found) : 'No returns.'));
}

export async function showReturn(
  id: string,
  flags: SettlingFlags,
  terminal: Terminal,
): Promise<void> {
  const wanted = { ...named(flags), named: id };
  const found = await atDesk(flags, terminal, (desk) => desk.return(wanted));
  tell([found], flags, terminal, () => returnSheet(found));
}

export async function moveReturn(
  step: ShopsStep,
  id: string,
  flags: SettlingFlags,
  terminal: Terminal,
): Promise<void> {
  if (step === 'refuse' && !flags.why)
    throw new CommandFailure('Say why, in words for the shopper: --why "…"', exits.usage);
  const why = flags.why === undefined ? {} : { why: flags.why };
  const wanted = { ...named(flags), named: id, step, ...why };
  const moved = await atDesk(flags, terminal, (desk) => desk.move(wanted));
  tell([moved], flags, terminal, () => `${moved.number} is ${moved.state}.`);
}

export async function listChanges(flags: SettlingFlags, terminal: Terminal): Promise<void> {
  const wanted = { ...named(flags), most: flags.limit ?? LISTED };
  const found = await atDesk(flags, terminal, (desk) => desk.reviews(wanted));
  tell(found, flags, terminal, () => (found.length ? reviewsTable(found) : 'Nothing waits.'));
}

export async function reviewChange(
  agreed: boolean,
  receipt: string,
  flags: SettlingFlags,
  terminal: Terminal,
): Promise<void> {
  const wanted = { ...named(flags), receipt, agreed };
  const told = await atDesk(flags, terminal, (desk) => desk.review(wanted));
  tell([told], flags, terminal, () => receiptSheet(told));
}

export async function listRefunds(flags: SettlingFlags, terminal: Terminal): Promise<void> {
  const wanted = { ...named(flags), most: flags.limit ?? LISTED };
  const found = await atDesk(flags, terminal, (desk) => desk.refunds(wanted));
  tell(found, flags, terminal, () => (found.length ? refundsTable(found) : 'Nothing is owed.'));
}

export async function tellRefunded(
  receipt: string,
  flags: SettlingFlags,
  terminal: Terminal,
): Promise<void> {
  const wanted = { ...named(flags), receipt };
  const told = await atDesk(flags, terminal, (desk) => desk.refunded(wanted));
  tell([told], flags, terminal, () => receiptSheet(told));
}

export const named = ({ shop }: SettlingFlags) => (shop === undefined ? {} : { shop });

function statesOf(wanted: readonly string[] | undefined): ReturnState[] | undefined {
  return wanted?.map((text) => {
    const state = returnStates.find((each) => each === text);
    if (state) return state;
    throw new CommandFailure(
      `${text} is no state. There are ${returnStates.join(', ')}.`,
      exits.usage,
    );
  });
}

const tell = (
  rows: readonly object[],
  { json }: SettlingFlags,
  terminal: Terminal,
  text: () => string,
): void => {
  if (!json) say(terminal, text());
  else for (const row of rows) say(terminal, JSON.stringify(row));
};

/** Through the running server, or else in the database itself. */
export async function atDesk<Value extends object>(
  flags: SettlingFlags,
  terminal: Terminal,
  visit: (desk: SettlingAsk) => Promise<Answer<Value>>,
): Promise<Value> {
  const target = chooseTarget(flags, terminal);
  return valueOf(await answered(target, desks(target, terminal), visit));
}

const desks = (target: Target, terminal: Terminal) => ({
  there: settlingAskAt,
  async here({ storage }: OpenDatabase): Promise<SettlingAsk> {
    const { changes, uploads } = storage;
    const clock = () => new Date();
    const bus = createLocalBus();
    // labels are the server's; money moves once it runs
    const desk = createSettlingDesk({ changes, uploads, makeLabel: undefined, bus, clock });
    return settlingAskOf(desk, await shopsHere(target, storage, terminal));
  },
});
