import type { Challenge, LookupRequest } from '../../contract/identity.ts';
import type { GuestSession } from '../../contract/session.ts';
import type { ContactPoint, Keep, Platform } from '../ports.ts';
import { emailOf, type Asker, type Challenges } from './challenges.ts';
import { strangersSession, type Caller } from './callers.ts';
import type { Limits } from './limits.ts';
import type { NewSessions } from './new-sessions.ts';
import type { Opened } from './opened-sessions.ts';
import { refuse, type Refusal } from './refusal.ts';

type Codes =
  | 'order_not_found'
  | 'not_found'
  | 'channel_unavailable'
  | 'too_many_tries'
  | 'too_many_requests';

/**
 * Follow one order by its number and the contact it was placed with. What they wrote before, as
 * nobody known, goes with whoever finds it.
 */
export type Lookup = (
  asker: Asker,
  wanted: LookupRequest,
  whoCalls: () => Promise<Caller | undefined | Refusal>,
  keep?: Keep<Opened<GuestSession>>,
) => Promise<Opened<GuestSession> | Challenge | Refusal<Codes>>;

interface Ports {
  platform: Platform;
  newSessions: NewSessions;
  challenges: Challenges;
  limits: Limits;
}

export function createLookup({ platform, newSessions, challenges, limits }: Ports): Lookup {
  return async (asker, wanted, whoCalls, keep) => {
    const { shop, network } = asker;
    if (shop.guestTracking === 'off') return refuse('not_found');
    const { number } = wanted;
    const contact: ContactPoint =
      'email' in wanted ? { email: wanted.email } : { phone: wanted.phone };
    const lookups = limits.ofLookups(shop, number, network);

    if (shop.guestTracking === 'code') {
      // every look-up counts here: a hit that did not would tell itself apart by the sixth try
      const counted = await lookups.count();
      if (counted) return counted;
      if (!('email' in contact)) return refuse('channel_unavailable');
      const { email } = contact;
      const find = async () => {
        // both are asked, so that a miss keeps the process as busy as a hit
        const order = await platform.findOrder(shop, number, contact);
        const known = await platform.knownContact(shop, contact);
        return order && emailOf(known);
      };
      return challenges.open(asker, { typed: email, find });
    }
    const before = await lookups.full();
    if (before) return before;
    const order = await platform.findOrder(shop, number, contact);
    if (!order) return (await lookups.count()) ?? refuse('order_not_found');
    // misses at the same moment may have used it up: who is told now is told in their order
    const meanwhile = await lookups.full();
    if (meanwhile) return meanwhile;
    const stranger = strangersSession(await whoCalls());
    return newSessions.startGuest(shop, { id: order.id, number: order.number }, stranger, keep);
  };
}
