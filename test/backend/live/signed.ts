import { createHmac } from 'node:crypto';
import type { BackendUnderTest } from '../../builders/backend.ts';
import type { SendOptions } from '../../builders/visitor.ts';

/** A webhook as a carrier would send it: signed, and without an Origin. */
export function signed(
  desk: BackendUnderTest,
  update: unknown,
  change: { at?: number; secret?: string; raw?: string; headers?: Record<string, string> } = {},
): SendOptions {
  const { secret = desk.shop.webhookSecret, raw = JSON.stringify(update) } = change;
  const at = change.at ?? Math.floor(desk.clock.now.getTime() / 1000);
  const signature = createHmac('sha256', secret).update(`${at}.${raw}`).digest('hex');
  return {
    raw,
    key: null,
    headers: {
      'Content-Type': 'application/json',
      'X-Front-Desk-Signature': `t=${at},v1=${signature}`,
      ...change.headers,
    },
  };
}

/** A webhook as Shopify would send it. */
export function signedByShopify(
  topic: string,
  payload: unknown,
  change: {
    secret?: string;
    raw?: string;
    id?: string;
    triggeredAt?: string;
    headers?: Record<string, string>;
  } = {},
): SendOptions {
  const { secret = shopifySecret, raw = JSON.stringify(payload) } = change;
  return {
    raw,
    key: null,
    headers: {
      'Content-Type': 'application/json',
      'X-Shopify-Topic': topic,
      'X-Shopify-Hmac-Sha256': createHmac('sha256', secret).update(raw).digest('base64'),
      'X-Shopify-Shop-Domain': 'alder.myshopify.example',
      'X-Shopify-Triggered-At': change.triggeredAt ?? '2026-11-23T08:00:00.877041743Z',
      ...(change.id && { 'X-Shopify-Webhook-Id': change.id }),
      ...change.headers,
    },
  };
}
export const shopifySecret = 'shpss_a secret of Shopify’s for tests';
