import type { ProblemCode } from '../../contract/problems.ts';
import type { Quote, Receipt } from '../../contract/quotes.ts';
import type { RuleProblem } from '../../contract/reasons.ts';
import type { Beyond } from '../../contract/staff-orders.ts';
import { quoteOf, receiptOf } from '../../domain/changes/receipts.ts';
import type { BackendPorts, Bus, Clock, Keep, Platform, Shop } from '../ports.ts';
import type { Beside, Written } from '../ports/changes.ts';
import { createDecide, type Changer, type Wanted } from './decided-changes.ts';
import { staffPolicy } from './staff-policy.ts';
import type { OwnOrder } from './own-orders.ts';
import type { Quotes } from './quotes.ts';
import { refuse, type Refusal } from './refusal.ts';
import { publishOrders } from './order-hints.ts';
import { signedBy, undoneBy } from './signed-changes.ts';

export interface Changes {
  /** What it would come to; nothing is done. */
  quote(
    shop: Shop,
    caller: Changer,
    order: string,
    wanted: Wanted,
  ): Promise<(Quote & { beyond?: Beyond[] }) | Refusal<'not_found' | RuleProblem>>;
  /** Does it, where the sums are still those of the quote. */
  confirm(
    shop: Shop,
    caller: Changer,
    order: string,
    wanted: Wanted & { quote: string },
    keep?: Keep<Receipt>,
  ): Promise<
    | Receipt
    | Refusal<'not_found' | RuleProblem | 'quote_changed' | 'quote_expired' | 'quote_invalid'>
  >;
  /** Takes a receipt of one's own back, while it may be; the shop's people any. */
  undo(
    shop: Shop,
    caller: Changer,
    order: string,
    receipt: string,
    keep?: Keep<Receipt>,
  ): Promise<Receipt | Refusal<'not_found' | 'not_offered' | 'undo_over'>>;
}

interface Ports {
  platform: Platform;
  payments: BackendPorts['payments'];
  ownOrder: OwnOrder;
  quotes: Quotes;
  bus: Bus;
  clock: Clock;
}

export function createChanges(ports: Ports): Changes {
  const { platform, ownOrder, quotes, bus, clock } = ports;
  const decided = createDecide(ports.payments);
  /** The order of a caller in a shop where orders can be changed at all. */
  async function changeable(shop: Shop, caller: Changer, named: string) {
    const isStaff = caller.kind === 'staff';
    const order = await (isStaff ? platform.order(shop, named) : ownOrder(shop, caller, named));
    if (!order) return refuse('not_found');
    const { changes } = platform;
    const policy = isStaff ? staffPolicy(shop) : shop.policy;
    return changes && policy ? { order, changes, policy } : refuse('not_offered');
  }

  const told = (written: Written): Receipt => receiptOf(written.receipt);

  async function done<No extends { refused: ProblemCode }>(
    shop: Shop,
    written: Written | No | undefined,
  ): Promise<Receipt | Refusal<'not_found' | No['refused']>> {
    if (!written) return refuse('not_found');
    if ('refused' in written) return refuse<No['refused']>(written.refused);
    await publishOrders(bus, shop, [written.order]);
    return told(written);
  }

  return {
    async quote(shop, caller, named, wanted) {
      const found = await changeable(shop, caller, named);
      if ('refused' in found) return found;
      const { order, changes, policy } = found;
      const now = clock();
      const held = await changes.look(shop.id, order.id, beside(caller, wanted));
      if (!held) return refuse('not_found');
      const change = decided(shop, caller, held, wanted, { policy, now });
      if ('refused' in change) return refuse(change.refused);
      const quoted = { shop, order: order.id, request: wanted.request };
      return {
        ...(await quotes.make(quoted, change, now)),
        ...quoteOf(change, order.currency),
        ...(change.beyond && { beyond: change.beyond }),
      };
    },

    async confirm(shop, caller, named, wanted, keep) {
      const found = await changeable(shop, caller, named);
      if ('refused' in found) return found;
      const { order, changes, policy } = found;
      const now = clock();
      const { request, quote, language = null } = wanted;
      const isAsQuoted = await quotes.read(quote, { shop, order: order.id, request }, now);
      if ('refused' in isAsQuoted) return isAsQuoted;
      const written = await changes.write(
        shop,
        order.id,
        {
          ...{ at: now, request, language },
          ...beside(caller, wanted),
          ...signedBy(shop, order, caller, wanted.why, now),
          keep: keep && ((result) => keep(told(result))),
        },
        (held) => {
          const change = decided(shop, caller, held, wanted, { policy, now });
          const isGood = 'refused' in change || isAsQuoted(change);
          return isGood ? change : { refused: 'quote_changed' as const };
        },
      );
      return done(shop, written);
    },

    async undo(shop, caller, named, receipt, keep) {
      const found = await changeable(shop, caller, named);
      if ('refused' in found) return found;
      const { order, changes } = found;
      const own = (await changes.receipts(shop.id, order.id)).find(({ id }) => id === receipt);
      if (!own) return refuse('not_found');
      if (own.by === 'shop' && caller.kind !== 'staff') return refuse('undo_over');
      const at = clock();
      const moment = {
        ...{ at, keep: keep && ((result: Written) => keep(told(result))) },
        audit: undoneBy(shop, order, caller, at),
      };
      return done(shop, await changes.undo(shop, receipt, moment));
    },
  };
}

/** Pictures are those of who sends them, whoever's the order is; the shop's people send none. */
const beside = (caller: Changer, { variants, photos, again }: Wanted): Beside => ({
  ...{ variants, again },
  uploads:
    caller.kind === 'staff'
      ? undefined
      : photos && { of: { customer: caller.customer }, ids: photos },
});
