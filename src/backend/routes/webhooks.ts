import type { ShopifyDelivery } from '../../contract/shopify.ts';
import type {
  CustomerNews,
  OrderNews,
  ProductNews,
  WebhookReceipt,
} from '../../contract/webhooks.ts';
import { isRefusal, type Refusal } from '../services/refusal.ts';
import type { TakeMoneyNews } from '../services/money-news.ts';
import type { Signed, Webhooks } from '../services/webhooks.ts';
import type { Handlers } from './frame/handler.ts';

type Names =
  | 'trackingWebhook'
  | 'ordersWebhook'
  | 'productsWebhook'
  | 'customersWebhook'
  | 'paymentsWebhook';

export function webhookRoutes(
  webhooks: Webhooks,
  takeMoneyNews: TakeMoneyNews,
): Pick<Handlers, Names> {
  return {
    async trackingWebhook(ask) {
      return { status: 200, body: await webhooks.takeTracking(ask, ask.body) };
    },
    ordersWebhook: takeNews,
    productsWebhook: takeNews,
    customersWebhook: takeNews,
    async paymentsWebhook(ask) {
      const taken = await takeMoneyNews(ask);
      return isRefusal(taken) ? taken : { status: 200, body: taken };
    },
  };

  async function takeNews(
    ask: Signed & Told,
  ): Promise<{ status: 200; body: WebhookReceipt } | Refusal<'validation_failed'>> {
    if (ask.shopify === 'test') return { status: 200, body: { result: 'test' } };
    const taken = await webhooks.takeNews(ask, (ask.shopify ?? ask.body)!);
    return isRefusal(taken) ? taken : { status: 200, body: taken };
  }
}

/** In our format or in Shopify's: the frame has read one of them. */
interface Told {
  body: OrderNews | ProductNews | CustomerNews | undefined;
  shopify: ShopifyDelivery | 'test' | undefined;
}
