import type { AssertionClaims } from '../../contract/assertion.ts';
import type { CustomerSession, Device } from '../../contract/session.ts';
import { clockSkew, later, signedInAt } from '../../domain/identity/identity.ts';
import type {
  AssertionStore,
  Clock,
  CustomerRecord,
  Keep,
  Log,
  Login,
  Platform,
  Shop,
} from '../ports.ts';
import { readAssertion } from './assertions.ts';
import { strangersSession, type Caller, type CustomerCaller } from './callers.ts';
import type { NewSessions } from './new-sessions.ts';
import type { Opened } from './opened-sessions.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import { sha256 } from './secrets.ts';
import type { Sessions } from './sessions.ts';

/** Who brings a token, and from which device. */
export interface Bringer {
  shop: Shop;
  device: Device;
  /** The refresh token that the page has so far. */
  cookie: string | undefined;
  whoCalls(): Promise<Caller | undefined | Refusal<'unauthenticated' | 'shop_mismatch'>>;
}

/**
 * The shop's own login has signed who somebody is: their session starts, or the one they are in is
 * proved anew.
 */
export type OwnLogin = (
  bringer: Bringer,
  jwt: string,
  keep?: Keep<Opened<CustomerSession>>,
) => Promise<Opened<CustomerSession> | Refusal<'assertion_invalid'>>;

interface Ports {
  platform: Platform;
  newSessions: NewSessions;
  sessions: Sessions;
  used: AssertionStore;
  clock: Clock;
  log: Log;
}

export function createOwnLogin(ports: Ports): OwnLogin {
  const { platform, newSessions, sessions, used, clock, log } = ports;
  return async ({ shop, device, cookie, whoCalls }, jwt, keep) => {
    const now = clock();
    const read = await readAssertion(shop, jwt, now);
    if ('fault' in read) return refused(shop, read.fault);
    const { claims, key } = read;
    const { jti, exp, sub } = claims;
    const at = now.toISOString();
    const until = later(new Date(exp * 1000), clockSkew);
    const proof = { assertion: await sha256(jti), at, until };
    // what it says of somebody is taken over once
    if (await used.hasServed(shop.id, proof.assertion, at)) return refused(shop, 'used');

    const record = await platform.adoptLogin(shop, loginOf(claims, key.issuer));
    const verifiedAt = signedInAt(claims.auth_time, now);
    const caller = await whoCalls();
    if (isTheirs(caller, record)) {
      const moment = verifiedAt > caller.verifiedAt ? verifiedAt : caller.verifiedAt;
      const how = { proof, subject: sub, verifiedAt: moment, cookie };
      const proved = await sessions.prove(shop, caller.session, how, keep);
      if (proved === 'used') return refused(shop, 'used');
      if (proved !== 'over') return proved;
    }
    const before = strangersSession(caller);
    const how = { device, proof, subject: sub, verifiedAt, before };
    return (await newSessions.startCustomer(shop, record, how, keep)) ?? refused(shop, 'used');
  };

  /** One answer for every fault: only the shop's log says which. */
  function refused(shop: Shop, fault: string): Refusal<'assertion_invalid'> {
    log.info('assertion_refused', { shop: shop.id, fault });
    return refuse('assertion_invalid');
  }
}

/** However the session began: a code's goes on as well, and is not left behind beside another one. */
const isTheirs = (
  caller: Caller | Refusal | undefined,
  { id }: CustomerRecord,
): caller is CustomerCaller =>
  caller !== undefined &&
  !isRefusal(caller) &&
  caller.kind === 'customer' &&
  caller.customer === id;

function loginOf(claims: AssertionClaims, issuer: string | undefined): Login {
  const { sub, name, given_name, family_name, email, email_verified, phone_number } = claims;
  const whole = given_name === undefined && family_name === undefined;
  return {
    ...{ issuer, subject: sub },
    firstName: (whole ? name : given_name) ?? '',
    lastName: family_name ?? '',
    // anybody can write somebody else's address into a form
    ...(email_verified === true && { email }),
    phone: phone_number,
  };
}
