import type {
  PasskeyAnswer,
  PasskeyCreationOptions,
  PasskeyRegistration,
} from '../../contract/passkeys.ts';
import { isFresh } from '../../domain/staff/staff.ts';
import type { Clock, Shop, StaffStore } from '../ports.ts';
import type { Passkeys } from './passkeys.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import type { SecondFactors } from './second-factors.ts';
import type { StaffCallers } from './staff-callers.ts';
import { inside, type StaffSessions, type StaffSignedIn } from './staff-sessions.ts';

/** How the shop's people come in by a passkey alone, and by which session they add one. */
export interface PasskeySignIn {
  answer(
    shop: Shop,
    request: Request,
    given: PasskeyAnswer,
  ): Promise<StaffSignedIn | Refusal<'passkeys_unavailable' | 'passkey_refused'>>;
  /** To somebody who has just signed in, or has nothing beyond the link yet. */
  offer(
    shop: Shop,
    request: Request,
  ): Promise<
    | PasskeyCreationOptions
    | Refusal<'unauthenticated' | 'step_up_required' | 'passkeys_unavailable'>
  >;
  add(
    shop: Shop,
    request: Request,
    given: PasskeyRegistration,
  ): Promise<
    | StaffSignedIn
    | Refusal<
        | 'unauthenticated'
        | 'step_up_required'
        | 'passkeys_unavailable'
        | 'passkey_refused'
        | 'too_many_passkeys'
      >
  >;
}

interface Ports {
  store: StaffStore;
  callers: StaffCallers;
  sessions: StaffSessions;
  passkeys: Passkeys;
  factors: SecondFactors;
  clock: Clock;
}

export function createPasskeySignIn(ports: Ports): PasskeySignIn {
  const { store, callers, sessions, passkeys, factors, clock } = ports;

  return {
    async answer(shop, request, given) {
      const passkey = await passkeys.answer(shop, given);
      if (isRefusal(passkey)) return passkey;
      const staff = await store.member(shop.id, passkey.staff);
      if (!staff) return refuse('passkey_refused');
      const before = await callers.found(shop, request);
      if (before) await store.endSession(shop.id, before.session.id);
      return sessions.begin(shop, staff);
    },

    async offer(shop, request) {
      const known = await mayAdd(shop, request);
      return 'refused' in known ? known : passkeys.offer(shop, known.staff);
    },

    async add(shop, request, given) {
      const known = await mayAdd(shop, request);
      if ('refused' in known) return known;
      const { session, staff } = known;
      const passkey = await passkeys.add(shop, staff, given);
      if (isRefusal(passkey)) return passkey;
      if (session.isWhole) return { session: inside(shop, staff, session.endsAt) };
      await store.endSession(shop.id, session.id);
      return sessions.beginFirst(shop, staff);
    },
  };

  /** A passkey is theirs to add who has just signed in, or who has nothing else yet. */
  async function mayAdd(shop: Shop, request: Request) {
    const known = await callers.found(shop, request);
    if (!known) return refuse('unauthenticated');
    const { session, staff } = known;
    if (session.isWhole) return isFresh(session, clock()) ? known : refuse('step_up_required');
    return (await factors.areSet(shop, staff)) ? refuse('unauthenticated') : known;
  }
}
