import type { Session } from '../../contract/session.ts';
import { createAssertion } from '../client/assertion.ts';
import { endSession } from '../client/end-session.ts';
import { Problem } from '../client/problem.ts';
import { newKey } from '../client/wishes.ts';
import type { Who } from '../config.ts';
import { claimsOf, readToken } from '../host/shop-login.ts';
import { part, stay } from './arrival.ts';
import type { Ground } from './ground.ts';
import type { SessionState } from './session.ts';

/** The element that the page has told who is signed in at the shop. */
export interface Told extends Element {
  who: Who | undefined;
  out: Who | undefined;
}

const nobody: Session = { kind: 'anonymous' };

/**
 * What the shop's own login makes of what the server has told: whoever is signed in there is at the
 * desk as well, and nobody else. Without `told` it proves once more who is here; undefined when it
 * cannot. Whoever has signed out stays so until the next page, or until this one names somebody anew,
 * whatever session without a name begins meanwhile; a session that is made for somebody who `isOver`,
 * having signed out before its answer came, is ended.
 */
export async function vouch<T extends Session | undefined>(
  page: Told,
  ground: Ground,
  told: Session | T,
  isOver: () => boolean,
): Promise<Session | T> {
  for (;;) {
    const who = whoAt(page);
    if (who === null) {
      // in every tab, whoever it was; from then on nobody is signed in there
      await end(ground, told);
      page.who = '';
      return nobody;
    }
    if (told && told.kind !== 'customer' && page.out === who) return told;
    told = await settle(who, ground, told, isOver);
    // the page may have said something else meanwhile
    if (whoAt(page) === who) return told;
  }
}

const whoAt = (page: Told): Who =>
  page.who === undefined ? (page.getAttribute('identity') ?? '') : page.who;

async function settle<T extends Session | undefined>(
  who: string | (() => Promise<string | null>),
  ground: Ground,
  told: T,
  isOver: () => boolean,
): Promise<Session | T> {
  const jwt = await readToken(who);
  // the shop cannot tell right now
  if (jwt === undefined) return told;
  const here: Session | SessionState = told ?? ground.session.$session.get();
  const customer = here.kind === 'customer' ? here : undefined;
  if (jwt === null) {
    // whoever signed in with a code may stay
    if (!told || customer?.subject === undefined) return told;
    await end(ground, told);
    return nobody;
  }
  const { sub, iss, aud } = claimsOf(jwt);
  // a customer's id is the shop's own: what another issuer calls somebody is none
  const isTheirs =
    customer && sub === (customer.subject ?? ((iss ?? aud) === aud && customer.customer.id));
  if (told) {
    if (isTheirs) return told;
    if (customer) await end(ground, told);
  } else if (!isTheirs) {
    // no proof of who is here: all of the desk hears who it is, and nothing is done for the one who was
    await ground.session.refresh();
    throw new Problem('unauthenticated', 401);
  }
  try {
    // what was written before goes with them; the store's own may be waiting for this very answer
    const token = told ? tokenOf(told) : ground.session.held();
    const session = await createAssertion(ground.send, jwt, newKey(), token);
    if (!isOver()) {
      ground.tellTabs('in');
      stay(ground, session.token);
      return session;
    }
    // signed out meanwhile: nobody wants it any more, and the server is not to keep it
    await endSession(ground.send, session.token);
  } catch (error) {
    // an old page, say: a code still helps
    if (!(error instanceof Problem) || error.code !== 'assertion_invalid') throw error;
  }
  return told && customer ? nobody : told;
}

/** They go from every screen first. */
async function end(ground: Ground, told: Session | undefined): Promise<void> {
  part(ground, true);
  await endSession(ground.send, tokenOf(told));
}

const tokenOf = (told: Session | undefined) => (told && 'token' in told ? told.token : undefined);
