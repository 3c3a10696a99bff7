import type { StaffRole } from '../../contract/staff.ts';
import { endOf, isUnseen, type StaffSessionRecord } from '../../domain/staff/staff.ts';
import type { Clock, Shop, StaffRecord, StaffStore } from '../ports.ts';
import { sha256 } from './secrets.ts';
import { readStaffCookie } from './staff-cookies.ts';

/** Somebody of the shop, signed in. */
export interface StaffCaller {
  kind: 'staff';
  session: string;
  shop: string;
  staff: string;
  name: string;
  role: StaffRole;
  endsAt: string;
}

/** Who of the shop calls, by the cookie. */
export interface StaffCallers {
  /** However far they are in. */
  found(
    shop: Shop,
    request: Request,
  ): Promise<{ session: StaffSessionRecord; staff: StaffRecord } | undefined>;
  /** Those who are in. To be asked is to be seen. */
  callerOf(shop: Shop, request: Request): Promise<StaffCaller | undefined>;
  isLive(caller: StaffCaller): Promise<boolean>;
}

export function createStaffCallers(store: StaffStore, clock: Clock): StaffCallers {
  const found: StaffCallers['found'] = async (shop, request) => {
    const token = readStaffCookie(request, shop);
    if (token === undefined) return undefined;
    const known = await store.session(shop.id, await sha256(token));
    return known && endOf(known.session) > clock().toISOString() ? known : undefined;
  };
  return {
    found,

    async callerOf(shop, request) {
      const known = await found(shop, request);
      if (!known?.session.isWhole) return undefined;
      const { session, staff } = known;
      const now = clock();
      if (isUnseen(session, now)) await store.seen(shop.id, session.id, now.toISOString());
      return {
        ...{ kind: 'staff', session: session.id, shop: shop.id, endsAt: session.endsAt },
        ...{ staff: staff.id, name: staff.name, role: staff.role },
      };
    },

    isLive: ({ shop, session }) => store.sessionLives(shop, session, clock().toISOString()),
  };
}
