import { later } from '../../domain/identity/identity.ts';
import { emailKey } from '../../domain/identity/lookup-keys.ts';
import { codesPerLink, linkLife } from '../../domain/staff/staff.ts';
import type { BackendPorts, Clock, Log, Mailer, Shop, StaffStore } from '../ports.ts';
import type { Asker, SecretMail } from './challenges.ts';
import type { Limits } from './limits.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import type { SecondFactors } from './second-factors.ts';
import { newToken, sha256, type Keyring } from './secrets.ts';
import type { StaffCallers } from './staff-callers.ts';
import type { StaffSessions, StaffSignedIn } from './staff-sessions.ts';

/** How the shop's people come in: a mailed link, then a code of their app. */
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
}

interface Ports {
  store: StaffStore;
  callers: StaffCallers;
  sessions: StaffSessions;
  factors: SecondFactors;
  limits: Limits;
  keyring: Keyring;
  mailer: Mailer | undefined;
  letter: SecretMail;
  consoleAddress: BackendPorts['consoleAddress'];
  clock: Clock;
  log: Log;
}

export function createStaffSignIn(ports: Ports): StaffSignIn {
  const { store, callers, sessions, factors, limits, keyring } = ports;
  const { mailer, letter, clock, log } = ports;

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
      const cookie = await sessions.beginHalf(shop, staff);
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
      return isFirst ? sessions.beginFirst(shop, staff) : sessions.begin(shop, staff);
    },
  };
}
