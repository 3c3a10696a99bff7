import type { Challenge, ChallengeRequest } from '../../contract/identity.ts';
import { maskEmail } from '../../domain/identity/identity.ts';
import type { OrderRecord } from '../../domain/orders/orders.ts';
import type { Platform, Shop } from '../ports.ts';
import { emailOf, type Asker, type Challenges } from './challenges.ts';
import type { OwnOrder } from './own-orders.ts';
import { isRefusal, refuse, type Refusal } from './refusal.ts';
import type { Caller } from './callers.ts';

type Codes =
  | 'channel_unavailable'
  | 'too_many_requests'
  | 'too_many_tries'
  | 'unauthenticated'
  | 'shop_mismatch'
  | 'order_not_found';

/** Send a code to an address, to the contact of an order that the caller may follow, or to the caller's own. */
export type SendCode = (
  asker: Asker,
  wanted: ChallengeRequest,
  whoCalls: () => Promise<Caller | undefined | Refusal<'unauthenticated' | 'shop_mismatch'>>,
) => Promise<Challenge | Refusal<Codes>>;

export function createSendCode(
  platform: Platform,
  ownOrder: OwnOrder,
  challenges: Challenges,
): SendCode {
  return async (asker, wanted, whoCalls) => {
    const { shop } = asker;
    if ('phone' in wanted) return refuse('channel_unavailable');
    if ('email' in wanted) {
      const find = async () => emailOf(await platform.knownContact(shop, wanted));
      return challenges.open(asker, { typed: wanted.email, find });
    }
    const caller = (await whoCalls()) ?? refuse('unauthenticated');
    if (isRefusal(caller)) return caller;
    if (caller.kind === 'visitor') return refuse('order_not_found');
    const id = 'order' in wanted ? wanted.order : caller.kind === 'guest' && caller.order.id;
    const order = id ? await ownOrder(shop, caller, id) : undefined;
    if (id && !order) return refuse('order_not_found');
    // a customer stays who they are, whatever address the order was placed with
    const email = await (caller.kind === 'customer'
      ? emailOfCustomer(shop, caller.customer)
      : order && emailOfOrder(shop, order));
    if (email === undefined) return refuse('channel_unavailable');
    return challenges.open(asker, {
      ...{ known: email, told: maskEmail(email) },
      ...(caller.kind === 'customer' && { session: caller.session }),
    });
  };

  /** The order's own contact; its customer's where it has none. */
  async function emailOfOrder(shop: Shop, { email, customer }: OrderRecord) {
    return email ?? (customer === undefined ? undefined : emailOfCustomer(shop, customer));
  }

  async function emailOfCustomer(shop: Shop, customer: string) {
    return (await platform.customer(shop, customer))?.email;
  }
}
