import { createStaffDesk } from '../../backend/services/staff-desk.ts';
import { Email } from '../../contract/primitives.ts';
import { staffRoles, type StaffRole } from '../../contract/staff.ts';
import type { Answer } from '../admin/settling-questions.ts';
import {
  staffAskAt,
  staffAskOf,
  type StaffAsk,
  type StaffEntry,
} from '../admin/staff-questions.ts';
import type { OpenDatabase } from '../open-database.ts';
import { answered } from './answered.ts';
import { tableOf } from './settling-tables.ts';
import { shopsHere } from './shops-here.ts';
import { chooseTarget, type Target, type TargetFlags } from './target.ts';
import { CommandFailure, exits, say, type Terminal } from './terminal.ts';
import { valueOf } from './value-of.ts';

export interface StaffFlags extends TargetFlags {
  shop?: string;
  json?: boolean;
  role?: string;
  name?: string;
}

export async function addStaff(email: string, flags: StaffFlags, terminal: Terminal) {
  const role = roleOf(flags.role);
  const name = flags.name ?? email.split('@')[0]!;
  const wanted = { ...shopOf(flags), email: emailOf(email), name, role };
  const added = await atDesk(flags, terminal, (desk) => desk.add(wanted), true);
  const { settings } = chooseTarget(flags, terminal);
  tell([added], flags, terminal, `${added.email} is ${added.role}. ${signInOf(settings)}`);
}

/** Their link is mailed, and leads to where browsers reach the server: without either none arrives. */
function signInOf({ address, mail }: Target['settings']): string {
  if (address !== undefined && mail) return `They sign in at ${new URL('/console', address).href}.`;
  const lacking = [address === undefined && '"address"', !mail && '"mail"'].filter(Boolean);
  return (
    `They sign in at /console once the config has ${lacking.join(' and ')}: the link is mailed. ` +
    'With serve --dev it is in /dev/mailbox.'
  );
}

export async function listStaff(flags: StaffFlags, terminal: Terminal): Promise<void> {
  const all = await atDesk(flags, terminal, (desk) => desk.list(shopOf(flags)));
  const rows = all.map(({ email, name, role, isEnrolled }) => [
    ...[email, name, role, isEnrolled ? 'set up' : 'not yet'],
  ]);
  const table = tableOf([['EMAIL', 'NAME', 'ROLE', 'SECOND FACTOR'], ...rows]);
  tell(all, flags, terminal, all.length ? table : 'Nobody yet. Add somebody with staff add.');
}

/** `remove`, or `reset`: what takes an address alone. */
export const staffStep =
  (step: 'remove' | 'reset', done: string) =>
  async (email: string, flags: StaffFlags, terminal: Terminal): Promise<void> => {
    const wanted = { ...shopOf(flags), email: emailOf(email) };
    const told = await atDesk(flags, terminal, (desk) => desk[step](wanted));
    tell([told], flags, terminal, `${told.email} ${done}`);
  };

const shopOf = ({ shop }: StaffFlags) => (shop === undefined ? {} : { shop });

function roleOf(wanted = 'agent'): StaffRole {
  const role = staffRoles.find((each) => each === wanted);
  if (role) return role;
  throw new CommandFailure(
    `${wanted} is no role. There are ${staffRoles.join(', ')}.`,
    exits.usage,
  );
}

function emailOf(text: string): string {
  const { data } = Email.safeParse(text.trim());
  if (data !== undefined) return data;
  throw new CommandFailure(`${text} is no e-mail address.`, exits.usage);
}

const tell = (
  rows: readonly StaffEntry[],
  { json }: StaffFlags,
  terminal: Terminal,
  text: string,
): void => {
  if (!json) say(terminal, text);
  else for (const row of rows) say(terminal, JSON.stringify(row));
};

async function atDesk<Value extends object>(
  flags: StaffFlags,
  terminal: Terminal,
  visit: (desk: StaffAsk) => Promise<Answer<Value>>,
  isFirst = false,
): Promise<Value> {
  const target = chooseTarget(flags, terminal);
  const here = async ({ storage }: OpenDatabase): Promise<StaffAsk> => {
    const store = storage.staff;
    const clock = () => new Date();
    const desk = createStaffDesk({ store, clock });
    return staffAskOf(desk, await shopsHere(target, storage, terminal));
  };
  return valueOf(await answered(target, { there: staffAskAt, here }, visit, isFirst));
}
