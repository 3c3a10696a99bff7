import type { Return, ReturnLabel } from '../../contract/returns.ts';
import { pictureOf } from '../../domain/returns/code-picture.ts';
import { returnOf } from '../../domain/returns/views.ts';
import type { Bus, Clock, Keep, Platform, Shop } from '../ports.ts';
import type { ChangeStore, MovedReturn, StoredReturn } from '../ports/changes.ts';
import type { Labels } from '../ports/labels.ts';
import type { CustomerCaller } from './callers.ts';
import { publishOrders } from './order-hints.ts';
import type { OwnOrder } from './own-orders.ts';
import { refuse, type Refusal } from './refusal.ts';
import { maySee } from './seen-orders.ts';

export interface Returns {
  /** A return of an order of the caller's. */
  read(shop: Shop, caller: CustomerCaller, id: string): Promise<Return | Refusal<'not_found'>>;
  /** Those of an order, the newest first. */
  ofOrder(shop: Shop, order: string): Promise<Return[]>;
  /** The caller keeps what they have, while it is not on its way. */
  cancel(
    shop: Shop,
    caller: CustomerCaller,
    id: string,
    keep?: Keep<Return>,
  ): Promise<Return | Refusal<'not_found' | 'not_offered' | 'return_moved_on'>>;
  /** The order of a return whose shopper chooses again. */
  waiting(
    shop: Shop,
    caller: CustomerCaller,
    id: string,
  ): Promise<{ order: string; gift: boolean } | Refusal<'not_found' | 'return_moved_on'>>;
  /** The PDF to print, where there is one. */
  pdf(shop: Shop, caller: CustomerCaller, id: string): Promise<ReturnLabel | Refusal<'not_found'>>;
}

interface Ports {
  platform: Platform;
  ownOrder: OwnOrder;
  labels: ((shop: string) => Labels | undefined) | undefined;
  bus: Bus;
  clock: Clock;
}

export function createReturns({ platform, ownOrder, labels, bus, clock }: Ports): Returns {
  const { changes } = platform;

  /** The return of this id, when its order is the caller's. */
  async function own(shop: Shop, caller: CustomerCaller, id: string) {
    const found = await changes?.return(shop.id, id);
    const order = found && (await ownOrder(shop, caller, found.order));
    const isTheirs = found && order?.id === found.order && maySee(caller, found);
    return changes && isTheirs ? { found, changes } : undefined;
  }

  async function told(store: ChangeStore, shop: Shop, stored: StoredReturn): Promise<Return> {
    const receipts = await store.receipts(shop.id, stored.order);
    return returnOf(
      stored,
      receipts.find(({ id }) => id === stored.receipt)!,
    );
  }

  return {
    async read(shop, caller, id) {
      const mine = await own(shop, caller, id);
      if (!mine) return refuse('not_found');
      const it = await told(mine.changes, shop, mine.found);
      if (it.code === undefined || it.state !== 'label_sent') return it;
      return { ...it, codePicture: pictureOf(it.code) };
    },

    async ofOrder(shop, order) {
      if (!changes) return [];
      const receipts = await changes.receipts(shop.id, order);
      const found = await changes.returns(shop.id, order);
      return found.map((each) =>
        returnOf(
          each,
          receipts.find(({ id }) => id === each.receipt)!,
        ),
      );
    },

    async cancel(shop, caller, id, keep) {
      const { policy } = shop;
      const mine = await own(shop, caller, id);
      if (!mine) return refuse('not_found');
      if (!policy) return refuse('not_offered');
      const before = await told(mine.changes, shop, mine.found);
      const after = ({ return: { state, events } }: MovedReturn): Return => ({
        ...before,
        ...{ state, cancelable: false, events: events.toReversed() },
        moves: before.moves.filter((move) => move.state !== 'planned'),
      });
      const moved = await mine.changes.moveReturn(shop, id, 'cancelled', {
        ...{ at: clock(), by: 'customer', policy },
        keep: keep && ((result) => keep(after(result))),
      });
      if (!moved) return refuse('not_found');
      if ('refused' in moved) return refuse('return_moved_on');
      await publishOrders(bus, shop, [moved.order]);
      const { label } = mine.found;
      if (label) await labels?.(shop.id)?.cancel(label.reference);
      return after(moved);
    },

    async waiting(shop, caller, id) {
      const mine = await own(shop, caller, id);
      if (!mine) return refuse('not_found');
      const { order, chooseBy, gift = false } = mine.found;
      return chooseBy === undefined ? refuse('return_moved_on') : { order, gift };
    },

    async pdf(shop, caller, id) {
      const mine = await own(shop, caller, id);
      const pdf = mine?.found.label?.pdf;
      return pdf === undefined ? refuse('not_found') : { pdf };
    },
  };
}
