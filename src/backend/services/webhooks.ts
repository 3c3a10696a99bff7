import type { ImportRow } from '../../contract/import.ts';
import type { ShopifyDelivery } from '../../contract/shopify.ts';
import type {
  CustomerNews,
  OrderNews,
  ProductNews,
  TrackingUpdate,
  WebhookReceipt,
} from '../../contract/webhooks.ts';
import { later } from '../../domain/identity/identity.ts';
import type { RowNews } from '../../domain/news/row-news.ts';
import { newsOfShopify } from '../../domain/shopify/news.ts';
import type { Bus, Clock, DeliveryStore, Platform, Shop } from '../ports.ts';
import { publishOrders } from './order-hints.ts';
import { deliveryOf, namedDelivery, noticedAt } from './deliveries.ts';
import { checkRow } from './import/row-faults.ts';
import { refuse, type Refusal } from './refusal.ts';

/** Senders try again for days. */
const REMEMBERED = 7 * 24 * 60 * 60;

/** A request that has shown whose it is. */
export interface Signed {
  shop: Shop;
  request: Request;
  bytes: Uint8Array;
}

export interface Webhooks {
  takeTracking(signed: Signed, update: TrackingUpdate): Promise<WebhookReceipt>;
  takeNews(
    signed: Signed,
    told: OrderNews | ProductNews | CustomerNews | ShopifyDelivery,
  ): Promise<WebhookReceipt | Refusal<'validation_failed'>>;
}

interface Ports {
  deliveries: DeliveryStore;
  platform: Platform;
  bus: Bus;
  clock: Clock;
}

export function createWebhooks({ deliveries, platform, bus, clock }: Ports): Webhooks {
  /** Remembered after it was applied: news told twice change nothing, news lost are lost. */
  const remember = (shop: Shop, delivery: string) =>
    deliveries.add(shop.id, delivery, later(clock(), REMEMBERED));

  return {
    async takeTracking({ shop, request }, update) {
      // without a name it is known by what it says: a parcel's news change nothing when told again
      const delivery = await namedDelivery(request);
      const isKnown = delivery !== undefined && (await deliveries.has(shop.id, delivery));
      if (isKnown) return { result: 'unchanged' };
      const applied = await platform.applyTracking?.(shop, update);
      // not remembered: where news are not kept, a second try must find the order
      if (!applied) return { result: 'unknown_parcel' };
      const { changed, order } = applied;
      const { id, customer } = order;
      const orders = changed ? [{ id, customers: customer === undefined ? [] : [customer] }] : [];
      // readers need not wait until it is remembered
      const told = publishOrders(bus, shop, orders);
      await Promise.all([told, delivery !== undefined && remember(shop, delivery)]);
      return { result: changed ? 'applied' : 'unchanged' };
    },

    async takeNews({ shop, request, bytes }, told) {
      const delivery = await deliveryOf(request, bytes);
      if (await deliveries.has(shop.id, delivery)) return { result: 'unchanged' };
      const news =
        'topic' in told
          ? newsOfShopify(told, {
              currency: shop.currency,
              toldAt: noticedAt(request, clock()),
            })
          : [newsOf(told)];
      const fault = faultIn(news, 'topic' in told);
      if (fault) return fault;
      const { changed, orders } = (await platform.applyNews?.(shop, news)) ?? nothing;
      await Promise.all([publishOrders(bus, shop, orders), remember(shop, delivery)]);
      return { result: changed ? 'applied' : 'unchanged' };
    },
  };
}

const nothing = { changed: false, orders: [] };

const newsOf = (told: OrderNews | ProductNews | CustomerNews): RowNews =>
  'deleted' in told
    ? { gone: told.type, id: told.id, updatedAt: told.updatedAt }
    : { row: told satisfies ImportRow };

/** A webhook's row is held to what a row of an import is. */
function faultIn(
  news: readonly RowNews[],
  isShopify: boolean,
): Refusal<'validation_failed'> | undefined {
  for (const each of news) {
    const checked = 'row' in each ? checkRow(each.row) : undefined;
    if (!checked || !('fault' in checked)) continue;
    const { pointer, reason } = checked.fault;
    // Shopify has other fields: its faults are told by the row that was made of them
    const error = isShopify
      ? { pointer: '', detail: `Read as a row of the import format: ${pointer} ${reason}` }
      : { pointer, detail: reason };
    return refuse('validation_failed', { errors: [error] });
  }
  return undefined;
}
