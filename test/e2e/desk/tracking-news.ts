import { createHmac } from 'node:crypto';
import type { TrackingUpdate } from '../../../src/contract/webhooks.ts';
import { webhookSecret } from './server.ts';

/** Tells the backend of a parcel as a carrier does: signed with the shop's webhook secret. */
export function tellNews(
  url: string,
  shop: string,
  news: TrackingUpdate,
  secret = webhookSecret,
): Promise<Response> {
  const body = JSON.stringify(news);
  const at = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
  return fetch(`${url}/v1/webhooks/tracking?shop=${shop}`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Front-Desk-Signature': `t=${at},v1=${signature}`,
    },
    body,
  });
}
