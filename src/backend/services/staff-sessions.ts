import type { StaffAction, StaffSession } from '../../contract/staff.ts';
import { later } from '../../domain/identity/identity.ts';
import { halfLife, staffLife } from '../../domain/staff/staff.ts';
import type { Bus, Clock, Shop, StaffRecord, StaffStore } from '../ports.ts';
import { auditEntry } from './audit.ts';
import type { Passkeys } from './passkeys.ts';
import type { SecondFactors } from './second-factors.ts';
import { newId, newToken, sha256 } from './secrets.ts';
import type { StaffCaller, StaffCallers } from './staff-callers.ts';
import { sessionTopic } from './topics.ts';

/** What is told, and the cookie that goes with it; null takes the cookie away. */
export interface StaffSignedIn {
  session: StaffSession;
  cookie?: { token: string; maxAge: number } | null;
}

/** Sessions of the shop's people: how they begin, how far they are in, and how they end. */
export interface StaffSessions {
  /** Their link was good: they are asked for more. */
  beginHalf(shop: Shop, staff: StaffRecord): Promise<{ token: string; maxAge: number }>;
  /** They are in. */
  begin(shop: Shop, staff: StaffRecord): Promise<StaffSignedIn>;
  /** Their second factor is set: from now on a link alone is not enough. */
  beginFirst(shop: Shop, staff: StaffRecord): Promise<StaffSignedIn>;
  current(shop: Shop, request: Request): Promise<StaffSession>;
  end(shop: Shop, request: Request): Promise<void>;
  endAll(shop: Shop, caller: StaffCaller): Promise<void>;
}

interface Ports {
  store: StaffStore;
  callers: StaffCallers;
  passkeys: Passkeys;
  factors: SecondFactors;
  bus: Bus;
  clock: Clock;
}

export function createStaffSessions(ports: Ports): StaffSessions {
  const { store, callers, passkeys, factors, bus, clock } = ports;

  return {
    beginHalf: (shop, staff) => start(shop, staff, false, halfLife),

    begin,

    async beginFirst(shop, staff) {
      const recoveryCodes = await factors.newRecoveryCodes(shop, staff);
      const { session, cookie } = await begin(shop, staff);
      return { session: { ...session, recoveryCodes }, cookie };
    },

    async current(shop, request) {
      const known = await callers.found(shop, request);
      if (!known) return { kind: 'nobody', shop: shop.name, passkeys: passkeys.isOffered(shop) };
      const { session, staff } = known;
      return session.isWhole ? inside(shop, staff, session.endsAt) : factors.asked(shop, staff);
    },

    async end(shop, request) {
      const known = await callers.found(shop, request);
      if (!known) return;
      const { session, staff } = known;
      const signedOut = entry(shop, { staff: staff.id, name: staff.name }, 'signed_out');
      await store.endSession(shop.id, session.id, session.isWhole ? signedOut : undefined);
      await told(shop, session.id);
    },

    async endAll(shop, caller) {
      const signedOut = entry(shop, caller, 'signed_out_everywhere');
      for (const ended of await store.endSessions(shop.id, caller.staff, signedOut))
        await told(shop, ended);
    },
  };

  async function begin(shop: Shop, staff: StaffRecord) {
    const session = inside(shop, staff, later(clock(), staffLife));
    return { session, cookie: await start(shop, staff, true, staffLife) };
  }

  async function start(shop: Shop, staff: StaffRecord, isWhole: boolean, life: number) {
    const token = newToken();
    const now = clock();
    const session = { shop: shop.id, id: newId(), staff: staff.id, isWhole };
    const who = { staff: staff.id, name: staff.name };
    await store.startSession(
      { ...session, seenAt: now.toISOString(), endsAt: later(now, life) },
      await sha256(token),
      isWhole ? entry(shop, who, 'signed_in') : undefined,
    );
    return { token, maxAge: life };
  }

  function entry(shop: Shop, who: { staff: string; name: string }, action: StaffAction) {
    return auditEntry(shop, who, { action }, clock());
  }

  /** Ends its streams. */
  function told(shop: Shop, session: string): Promise<void> {
    return bus.publish(sessionTopic(shop.id, session), { topic: 'session', id: session });
  }
}

/** What somebody who is in is told of that. */
export const inside = (shop: Shop, { id, name, role }: StaffRecord, endsAt: string) => ({
  ...{ kind: 'staff' as const, shop: shop.name, staff: { id, name, role }, endsAt },
});
