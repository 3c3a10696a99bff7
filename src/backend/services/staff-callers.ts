import type { StaffRole } from '../../contract/staff.ts';
import { later } from '../../domain/identity/identity.ts';
import { endOf, isUnseen, staffIdle, type StaffSessionRecord } from '../../domain/staff/staff.ts';
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
  /** Those who are in. Who asks is seen, unless the page says that it asks by itself. */
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
      if (isAttended(request) && isUnseen(session, now))
        await store.seen(shop.id, session.id, now.toISOString());
      return {
        ...{ kind: 'staff', session: session.id, shop: shop.id, endsAt: session.endsAt },
        ...{ staff: staff.id, name: staff.name, role: staff.role },
      };
    },

    isLive({ shop, session }) {
      const now = clock();
      return store.sessionLives(shop, session, {
        ...{ now: now.toISOString(), seenSince: later(now, -staffIdle) },
      });
    },
  };
}

/** What an open page reads again by itself, because a shopper wrote, keeps nobody signed in. */
const isAttended = ({ headers }: Request): boolean => headers.get('x-front-desk-active') !== '0';
