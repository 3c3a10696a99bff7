import { z } from 'zod';
import type { Shops, StaffRecord } from '../../backend/ports.ts';
import type { StaffDesk } from '../../backend/services/staff-desk.ts';
import { Email } from '../../contract/primitives.ts';
import { StaffRole } from '../../contract/staff.ts';
import { atShop } from './at-shop.ts';
import type { Answer } from './settling-questions.ts';

/** What can be asked about the shop's people, here or over the socket of a running server. */
export interface StaffAsk {
  add(wanted: z.infer<typeof Added>): Promise<Answer<StaffEntry>>;
  list(wanted: z.infer<typeof Listed>): Promise<Answer<StaffEntry[]>>;
  remove(wanted: z.infer<typeof Named>): Promise<Answer<StaffEntry>>;
  reset(wanted: z.infer<typeof Named>): Promise<Answer<StaffEntry>>;
}

/** Somebody of the shop, without their secret. */
export type StaffEntry = Pick<StaffRecord, 'id' | 'email' | 'name' | 'role' | 'isEnrolled'>;

const Listed = z.object({ shop: z.string().exactOptional() });
const Named = Listed.extend({ email: Email });
const Added = Named.extend({ name: z.string().trim().min(1).max(80), role: StaffRole });

const entryOf = ({ id, email, name, role, isEnrolled }: StaffRecord): StaffEntry => ({
  ...{ id, email, name, role, isEnrolled },
});
const told = <Value>(
  answer: StaffRecord | { refused: string },
  of: (staff: StaffRecord) => Value,
): Answer<Value> => ('refused' in answer ? answer : of(answer));

/** The desk of the shop that is meant: the only one, or the one that is named. */
export function staffAskOf(desk: StaffDesk, shops: Shops): StaffAsk {
  const at = atShop(shops);
  return {
    add: ({ shop, ...who }) => at(shop, async (found) => told(await desk.add(found, who), entryOf)),
    list: ({ shop }) => at(shop, async (found) => (await desk.all(found)).map(entryOf)),
    remove: ({ shop, email }) =>
      at(shop, async (found) => told(await desk.remove(found, email), entryOf)),
    reset: ({ shop, email }) =>
      at(shop, async (found) => told(await desk.reset(found, email), entryOf)),
  };
}

export const staffQuestions = (desk: StaffAsk) => ({
  'staff/add': (asked: unknown) => desk.add(Added.parse(asked)),
  'staff/list': (asked: unknown) => desk.list(Listed.parse(asked)),
  'staff/remove': (asked: unknown) => desk.remove(Named.parse(asked)),
  'staff/reset': (asked: unknown) => desk.reset(Named.parse(asked)),
});

/** The same desk, asked through `ask`. */
export const staffAskAt = (
  ask: (question: keyof ReturnType<typeof staffQuestions>, asked: unknown) => Promise<unknown>,
): StaffAsk => ({
  add: async (wanted) => (await ask('staff/add', wanted)) as Answer<StaffEntry>,
  list: async (wanted) => (await ask('staff/list', wanted)) as Answer<StaffEntry[]>,
  remove: async (wanted) => (await ask('staff/remove', wanted)) as Answer<StaffEntry>,
  reset: async (wanted) => (await ask('staff/reset', wanted)) as Answer<StaffEntry>,
});
