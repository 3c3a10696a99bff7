import type { Webhooks } from '../services/webhooks.ts';
import type { Handlers } from './frame/handler.ts';

export const webhookRoutes = (webhooks: Webhooks): Pick<Handlers, 'trackingWebhook'> => ({
  async trackingWebhook({ shop, request, bytes, body }) {
    return { status: 200, body: await webhooks.takeTracking(shop, request, bytes, body) };
  },
});
