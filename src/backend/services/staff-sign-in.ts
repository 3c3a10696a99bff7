import type {
  PasskeyAnswer,
  PasskeyCreationOptions,
  PasskeyRegistration,
} from '../../contract/passkeys.ts';
import type { StaffAction, StaffSession } from '../../contract/staff.ts';
import { later } from '../../domain/identity/identity.ts';
import { emailKey } from '../../domain/identity/lookup-keys.ts';
import { codesPerLink, halfLife, linkLife, staffLife, isFresh } from '../../domain/staff/staff.ts';
import type {
  BackendPorts,
  Bus,
  Clock,
  Log,
  Mailer,
  Shop,
  StaffRecord,
  StaffStore,
} from '../ports.ts';
import { auditEntry } from './audit.ts';
import type { Asker, SecretMail } from './challenges.ts';
import type { Limits } from './limits.ts';
import type { Passkeys } from './passkeys.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import type { SecondFactors } from './second-factors.ts';
import { newId, newToken, sha256, type Keyring } from './secrets.ts';
import type { StaffCaller, StaffCallers } from './staff-callers.ts';
import { sessionTopic } from './topics.ts';

/** What is told, and the cookie that goes with it; null takes the cookie away. */
export interface StaffSignedIn {
  session: StaffSession;
  cookie?: { token: string; maxAge: number } | null;
}

/** How the shop's people come in: a mailed link, then a code of their app; or a passkey alone. */
export interface StaffSignIn {
  /** Tells nobody whether the address is known. */
  sendLink(
    asker: Asker,
    email: string,
  ): Promise<Refusal<'channel_unavailable' | 'too_many_requests'> | undefined>;
  answerLink(shop: Shop, token: string): Promise<StaffSignedIn | Refusal<'link_over'>>;
  answerCode(
    shop: Shop,
    request: Request,
    code: string,
  ): Promise<StaffSignedIn | Refusal<'link_over' | 'wrong_code' | 'too_many_tries'>>;
  answerPasskey(
    shop: Shop,
    request: Request,
    given: PasskeyAnswer,
  ): Promise<StaffSignedIn | Refusal<'passkeys_unavailable' | 'passkey_refused'>>;
  /** To somebody who has just signed in, or has nothing beyond the link yet. */
  offerPasskey(
    shop: Shop,
    request: Request,
  ): Promise<
    | PasskeyCreationOptions
    | Refusal<'unauthenticated' | 'step_up_required' | 'passkeys_unavailable'>
  >;
  addPasskey(
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
  current(shop: Shop, request: Request): Promise<StaffSession>;
  end(shop: Shop, request: Request): Promise<void>;
  endAll(shop: Shop, caller: StaffCaller): Promise<void>;
}

interface Ports {
  store: StaffStore;
  callers: StaffCallers;
  passkeys: Passkeys;
  factors: SecondFactors;
  limits: Limits;
  keyring: Keyring;
  mailer: Mailer | undefined;
  letter: SecretMail;
  consoleAddress: BackendPorts['consoleAddress'];
  bus: Bus;
  clock: Clock;
  log: Log;
}

export function createStaffSignIn(ports: Ports): StaffSignIn {
  const { store, callers, passkeys, factors, limits, keyring } = ports;
  const { mailer, letter, bus, clock, log } = ports;

  return {
    async sendLink({ shop, network, language, afterwards }, email) {
      const address = ports.consoleAddress?.(shop);
      if (!mailer || address === undefined) return refuse('channel_unavailable');
      const addressKey = await keyring.mac('address of staff', shop.id, emailKey(email));
      const limited = await limits.ofSending(shop, { addressKey, network });
      if (limited) return limited;
      const at = clock();
      afterwards('staff_link_not_sent', async () => {
        const staff = await store.byEmail(shop.id, emailKey(email));
        const full = await limits.ofCode(shop, addressKey, staff?.email);
        if (!staff) return;
        if (full) {
          log.info('staff_link_not_sent', { shop: shop.id, reason: 'too_many_mails' });
          return;
        }
        const token = newToken();
        const expiresAt = later(at, linkLife);
        await store.addLink({
          ...{ shop: shop.id, staff: staff.id, hash: await sha256(token), expiresAt },
        });
        // behind the #: no server logs it, and a mail scanner that follows the link uses nothing
        const link = `${address}?shop=${encodeURIComponent(shop.id)}#link=${token}`;
        await mailer.send(letter(shop, staff.email, link, { at, language }));
        log.info('staff_link_sent', { shop: shop.id });
      });
      return undefined;
    },

    async answerLink(shop, token) {
      const now = clock();
      const id = await store.useLink(shop.id, await sha256(token), now.toISOString());
      const staff = id === undefined ? undefined : await store.member(shop.id, id);
      if (!staff) return refuse('link_over');
      if (!(await factors.areSet(shop, staff))) await factors.propose(shop, staff);
      const cookie = await begin(shop, staff, false, halfLife);
      const session = await factors.asked(shop, (await store.member(shop.id, staff.id)) ?? staff);
      return { session, cookie };
    },

    async answerCode(shop, request, given) {
      const known = await callers.found(shop, request);
      if (!known || known.session.isWhole) return refuse('link_over');
      const { session, staff } = known;
      const before = await store.countCode(shop.id, session.id);
      if (before >= codesPerLink) return refuse('too_many_tries');
      const counted = await limits.ofStaffCode(shop, staff.id);
      if (isRefusal(counted)) return { ...counted, refused: 'too_many_tries' };
      const isFirst = !(await factors.areSet(shop, staff));
      const proof = await factors.proven(shop, staff, given);
      if (!proof) return refuse('wrong_code', { triesLeft: codesPerLink - before - 1 });
      await counted.forgive();
      await store.endSession(shop.id, session.id);
      return isFirst ? first(shop, staff) : signedIn(shop, staff);
    },

    async answerPasskey(shop, request, given) {
      const passkey = await passkeys.answer(shop, given);
      if (isRefusal(passkey)) return passkey;
      const staff = await store.member(shop.id, passkey.staff);
      if (!staff) return refuse('passkey_refused');
      const before = await callers.found(shop, request);
      if (before) await store.endSession(shop.id, before.session.id);
      return signedIn(shop, staff);
    },

    async offerPasskey(shop, request) {
      const known = await mayAdd(shop, request);
      return 'refused' in known ? known : passkeys.offer(shop, known.staff);
    },

    async addPasskey(shop, request, given) {
      const known = await mayAdd(shop, request);
      if ('refused' in known) return known;
      const { session, staff } = known;
      const passkey = await passkeys.add(shop, staff, given);
      if (isRefusal(passkey)) return passkey;
      if (session.isWhole) return { session: inside(shop, staff, session.endsAt) };
      await store.endSession(shop.id, session.id);
      return first(shop, staff);
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

  async function begin(shop: Shop, staff: StaffRecord, isWhole: boolean, life: number) {
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

  /** Their second factor is set: from now on a link alone is not enough. */
  async function first(shop: Shop, staff: StaffRecord): Promise<StaffSignedIn> {
    const recoveryCodes = await factors.newRecoveryCodes(shop, staff);
    const { session, cookie } = await signedIn(shop, staff);
    return { session: { ...session, recoveryCodes }, cookie };
  }

  async function signedIn(shop: Shop, staff: StaffRecord) {
    const session = inside(shop, staff, later(clock(), staffLife));
    return { session, cookie: await begin(shop, staff, true, staffLife) };
  }

  /** A passkey is theirs to add who has just signed in, or who has nothing else yet. */
  async function mayAdd(shop: Shop, request: Request) {
    const known = await callers.found(shop, request);
    if (!known) return refuse('unauthenticated');
    const { session, staff } = known;
    if (session.isWhole) return isFresh(session, clock()) ? known : refuse('step_up_required');
    return (await factors.areSet(shop, staff)) ? refuse('unauthenticated') : known;
  }

  function entry(shop: Shop, who: { staff: string; name: string }, action: StaffAction) {
    return auditEntry(shop, who, { action }, clock());
  }

  /** Ends its streams. */
  function told(shop: Shop, session: string): Promise<void> {
    return bus.publish(sessionTopic(shop.id, session), { topic: 'session', id: session });
  }
}

const inside = (shop: Shop, { id, name, role }: StaffRecord, endsAt: string) => ({
  ...{ kind: 'staff' as const, shop: shop.name, staff: { id, name, role }, endsAt },
});
