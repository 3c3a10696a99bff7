import type { ShopifyDelivery } from '../../contract/shopify.ts';
import type { RowNews } from '../news/row-news.ts';
import { customerRowOf } from './customers.ts';
import { sendingOf } from './fulfillments.ts';
import { orderNewsOf } from './orders.ts';
import { productNewsOf } from './products.ts';

/**
 * What a webhook of Shopify's tells. `toldAt` is when Shopify noticed: it decides between two
 * tellings of one second, and dates deletions, which say nothing but an id.
 */
export function newsOfShopify(
  delivery: ShopifyDelivery,
  { currency, toldAt }: { currency: string; toldAt: string },
): RowNews[] {
  switch (delivery.topic) {
    case 'orders/create':
    case 'orders/updated':
    case 'orders/cancelled':
    case 'orders/fulfilled':
      return orderNewsOf(delivery.body, toldAt);
    case 'fulfillments/create':
    case 'fulfillments/update':
      return [sendingOf(delivery.body, toldAt)];
    case 'products/create':
    case 'products/update':
      return productNewsOf(delivery.body, currency, toldAt);
    case 'products/delete':
      return [{ gone: 'product', id: delivery.body.id, updatedAt: toldAt, toldAt }];
    case 'customers/create':
    case 'customers/update':
      return [{ row: customerRowOf(delivery.body), toldAt }];
    case 'customers/delete':
      return [{ gone: 'customer', id: delivery.body.id, updatedAt: toldAt, toldAt }];
  }
}
