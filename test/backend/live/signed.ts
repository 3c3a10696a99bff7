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
