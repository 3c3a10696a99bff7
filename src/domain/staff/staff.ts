import { staffRoles, type StaffRole } from '../../contract/staff.ts';
import { earlier, later, type Allowance } from '../identity/identity.ts';

/** The rules of the shop's people signing in. Times are in seconds. */

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

export const linkLife = 10 * MINUTE;
/** Between the link and the code. */
export const halfLife = 10 * MINUTE;
/** A desk that nobody works at locks itself; a working day ends it whatever happens. */
export const staffIdle = 2 * HOUR;
export const staffLife = 12 * HOUR;
/** What opens or shuts a way in asks for a sign-in that is younger. */
export const stepUpWithin = 10 * MINUTE;
/** When it was last used is written down no oftener. */
export const seenGrain = MINUTE;

export const codesPerLink = 5;
export const codesOfStaff: Allowance[] = [
  { most: 10, seconds: 15 * MINUTE },
  { most: 30, seconds: DAY },
];

export interface StaffSessionRecord {
  shop: string;
  id: string;
  staff: string;
  /** Until a code was given it is worth nothing else. */
  isWhole: boolean;
  seenAt: string;
  endsAt: string;
}

export const endOf = ({ isWhole, seenAt, endsAt }: StaffSessionRecord): string =>
  isWhole ? earlier(later(seenAt, staffIdle), endsAt) : endsAt;

/** Whether who is in has just signed in; a session ends as long after that as any. */
export const isFresh = ({ endsAt }: Pick<StaffSessionRecord, 'endsAt'>, now: Date): boolean =>
  endsAt > later(now, staffLife - stepUpWithin);

export const isUnseen = ({ seenAt }: StaffSessionRecord, now: Date): boolean =>
  now.getTime() - Date.parse(seenAt) >= seenGrain * 1000;

export const mayAs = (role: StaffRole, wanted: StaffRole): boolean =>
  staffRoles.indexOf(role) >= staffRoles.indexOf(wanted);
