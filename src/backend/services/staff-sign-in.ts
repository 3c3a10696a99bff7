import type { StaffSession } from '../../contract/staff.ts';
import { later } from '../../domain/identity/identity.ts';
import { emailKey } from '../../domain/identity/lookup-keys.ts';
import { pictureOf } from '../../domain/returns/code-picture.ts';
import { codesPerLink, halfLife, linkLife, staffLife } from '../../domain/staff/staff.ts';
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
import type { Audit } from './audit.ts';
import type { Asker, SecretMail } from './challenges.ts';
import type { Limits } from './limits.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import { newId, newToken, sha256, type Keyring } from './secrets.ts';
import type { StaffCaller, StaffCallers } from './staff-callers.ts';
import { sessionTopic } from './topics.ts';
import { newRecoveryCode, newSecret, otpauth, stepOfCode } from './totp.ts';

/** What is told, and the cookie that goes with it; null takes the cookie away. */
export interface StaffSignedIn {
  session: StaffSession;
  cookie?: { token: string; maxAge: number } | null;
}

/** How the shop's people come in: a mailed link, then a code of their authenticator app. */
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
  current(shop: Shop, request: Request): Promise<StaffSession>;
  end(shop: Shop, request: Request): Promise<void>;
  endAll(shop: Shop, caller: StaffCaller): Promise<void>;
}

interface Ports {
  store: StaffStore;
  callers: StaffCallers;
  audit: Audit;
  limits: Limits;
  keyring: Keyring;
  mailer: Mailer | undefined;
  letter: SecretMail;
  consoleAddress: BackendPorts['consoleAddress'];
  bus: Bus;
  clock: Clock;
  log: Log;
}

const RECOVERY_CODES = 10;

export function createStaffSignIn(ports: Ports): StaffSignIn {
  const { store, callers, audit, limits, keyring, mailer, letter, bus, clock, log } = ports;
  const sealed = (staff: { id: string }) => `secret of ${staff.id}`;
  const recoveryHash = (shop: Shop, staff: string, code: string) =>
    keyring.mac('recovery code', shop.id, staff, code.toLowerCase().replaceAll(/[\s-]/g, ''));

  return {
    async sendLink({ shop, network, language, afterwards }, email) {
      const address = ports.consoleAddress?.(shop);
      if (!mailer || address === undefined) return refuse('channel_unavailable');
      const key = await keyring.mac('address of staff', shop.id, emailKey(email));
      const limited = await limits.ofSending(shop, key, network);
      if (limited) return limited;
      const at = clock();
      afterwards('staff_link_not_sent', async () => {
        const staff = await store.byEmail(shop.id, emailKey(email));
        if (!staff) return;
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
      if (!staff.isEnrolled)
        await store.proposeSecret(
          shop.id,
          staff.id,
          await keyring.seal(sealed(staff), newSecret()),
        );
      const cookie = await begin(shop, staff, false, halfLife);
      const session = await asking(shop, (await store.member(shop.id, staff.id)) ?? staff);
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
      const proof = await proven(shop, staff, given);
      if (!proof) return refuse('wrong_code', { triesLeft: codesPerLink - before - 1 });
      await counted.forgive();
      await store.endSession(shop.id, session.id);
      const who = { staff: staff.id, name: staff.name };
      const recoveryCodes = staff.isEnrolled ? undefined : await newRecoveryCodes(shop, staff.id);
      if (recoveryCodes) await audit(shop, who, { action: 'second_factor_set' });
      if (proof === 'recovery') await audit(shop, who, { action: 'recovery_code_used' });
      await audit(shop, who, { action: 'signed_in' });
      const { id, name, role } = staff;
      const endsAt = later(clock(), staffLife);
      return {
        session: {
          ...{ kind: 'staff', shop: shop.name, staff: { id, name, role }, endsAt },
          ...(recoveryCodes && { recoveryCodes }),
        },
        cookie: await begin(shop, staff, true, staffLife),
      };
    },

    async current(shop, request) {
      const known = await callers.found(shop, request);
      if (!known) return { kind: 'nobody', shop: shop.name };
      const { session, staff } = known;
      if (!session.isWhole) return asking(shop, staff);
      const { id, name, role } = staff;
      return {
        ...{ kind: 'staff', shop: shop.name, staff: { id, name, role }, endsAt: session.endsAt },
      };
    },

    async end(shop, request) {
      const known = await callers.found(shop, request);
      if (!known) return;
      const { session, staff } = known;
      await store.endSession(shop.id, session.id);
      await told(shop, session.id);
      if (session.isWhole)
        await audit(shop, { staff: staff.id, name: staff.name }, { action: 'signed_out' });
    },

    async endAll(shop, caller) {
      for (const ended of await store.endSessions(shop.id, caller.staff)) await told(shop, ended);
      await audit(shop, caller, { action: 'signed_out_everywhere' });
    },
  };

  async function begin(shop: Shop, staff: StaffRecord, isWhole: boolean, life: number) {
    const token = newToken();
    const now = clock();
    const session = { shop: shop.id, id: newId(), staff: staff.id, isWhole };
    await store.startSession(
      { ...session, seenAt: now.toISOString(), endsAt: later(now, life) },
      await sha256(token),
    );
    return { token, maxAge: life };
  }

  /** What is asked of somebody whose link was good. */
  async function asking(shop: Shop, staff: StaffRecord): Promise<StaffSession> {
    if (staff.isEnrolled || staff.secret === undefined) return { kind: 'code', shop: shop.name };
    const secret = await keyring.open(sealed(staff), staff.secret);
    const uri = otpauth(shop.name, staff.email, secret);
    return { kind: 'enrol', shop: shop.name, secret, uri, picture: pictureOf(uri) };
  }

  async function proven(
    shop: Shop,
    staff: StaffRecord,
    given: string,
  ): Promise<'app' | 'recovery' | undefined> {
    const code = given.replaceAll(/\s/g, '');
    if (/^\d{6}$/.test(code) && staff.secret !== undefined) {
      const secret = await keyring.open(sealed(staff), staff.secret);
      const step = await stepOfCode(secret, code, clock());
      return step !== undefined && (await store.useStep(shop.id, staff.id, step))
        ? 'app'
        : undefined;
    }
    const hash = await recoveryHash(shop, staff.id, code);
    return staff.isEnrolled && (await store.useRecoveryCode(shop.id, staff.id, hash))
      ? 'recovery'
      : undefined;
  }

  async function newRecoveryCodes(shop: Shop, staff: string): Promise<string[]> {
    const codes = Array.from({ length: RECOVERY_CODES }, newRecoveryCode);
    const hashes = await Promise.all(codes.map((code) => recoveryHash(shop, staff, code)));
    await store.setRecoveryCodes(shop.id, staff, hashes);
    return codes;
  }

  /** Ends its streams. */
  function told(shop: Shop, session: string): Promise<void> {
    return bus.publish(sessionTopic(shop.id, session), { topic: 'session', id: session });
  }
}
