import type { ShopperStory } from '../../contract/inbox.ts';
import type { OrderSummary } from '../../contract/orders.ts';
import { returnOf } from '../../domain/returns/views.ts';
import type { CustomerRecord, InboxStore, Platform, Shop, WishlistStore } from '../ports.ts';
import { inboxTold, shopperOf } from './inbox-views.ts';
import { refuse, type Refusal } from './refusal.ts';

/** The shopper beside the thread. */
export type TellStory = (
  shop: Shop,
  customer: string,
) => Promise<ShopperStory | Refusal<'not_found'>>;

const MOST = 20;
/** Of so many of the newest orders the returns are looked up. */
const MOST_LOOKED = 10;

interface Ports {
  platform: Platform;
  inbox: InboxStore;
  wishlists: WishlistStore;
}

export function createTellStory({ platform, inbox, wishlists }: Ports): TellStory {
  return async (shop, id) => {
    const customer = await platform.customer(shop, id);
    if (!customer) return refuse('not_found');
    const [list, saved, conversations] = await Promise.all([
      platform.orders(shop, id, { filter: 'all', limit: MOST }),
      wishlists.all(shop.id, id),
      inbox.ofCustomer(shop.id, id, MOST),
    ]);
    // each is JSON of our own making
    const orders = list.orders.map((json): OrderSummary => JSON.parse(json));
    const place = placeOf(customer);
    return {
      with: shopperOf(customer),
      ...(customer.phone !== undefined && { phone: customer.phone }),
      ...(place && { place }),
      ...{ orders, returns: await returnsOf(shop, orders.slice(0, MOST_LOOKED)) },
      wishes: await goodsOf(shop, [
        ...new Set(saved.wishes.filter(({ removed }) => !removed).map(({ product }) => product)),
      ]),
      conversations: conversations.map(inboxTold),
    };
  };

  async function returnsOf(shop: Shop, orders: readonly OrderSummary[]) {
    const { changes } = platform;
    if (!changes) return [];
    const found = await Promise.all(
      orders.map(async ({ id }) => {
        const returns = await changes.returns(shop.id, id);
        const receipts = returns.length ? await changes.receipts(shop.id, id) : [];
        return returns.flatMap((each) => {
          const receipt = receipts.find((one) => one.id === each.receipt);
          return receipt ? [returnOf(each, receipt)] : [];
        });
      }),
    );
    return found.flat().slice(0, MOST);
  }

  async function goodsOf(shop: Shop, ids: readonly string[]) {
    const products = await platform.products(shop, { ids: ids.slice(0, MOST) });
    return products.map(({ id: product, name, picture }) => ({
      ...{ product, name, ...(picture && { picture }) },
    }));
  }
}

const placeOf = ({ address }: CustomerRecord): string =>
  [address?.city, address?.country].filter(Boolean).join(', ');
