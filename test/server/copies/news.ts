import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import type { ImportRow } from '../../../src/contract/import.ts';
import { anOrder, aShipment } from '../../builders/rows.ts';

/** The secret of a shop by aShopConfig(). */
const SECRET = 'a-webhook-secret-of-32-characters';

const parcelOf = (order: number): string => `COPY${String(order).padStart(8, '0')}`;

/** Orders with a parcel each, of which a carrier may tell anything. */
export const anyNews = {
  order: (order: number): ImportRow =>
    anOrder({
      id: `order-${order}`,
      number: `C${order}`,
      email: 'mara@kern.example',
      status: 'shipped',
      shipments: [aShipment({ id: `parcel-${order}`, number: parcelOf(order), events: [] })],
    }),
};

/** Tells a server news of an order's parcel; returns once it has said yes. */
export async function tellNews(url: string, order: number, text: string): Promise<void> {
  const event = { at: new Date().toISOString(), status: 'in_transit', text };
  const body = JSON.stringify({ number: parcelOf(order), order: `C${order}`, events: [event] });
  const at = Math.floor(Date.now() / 1000);
  const signature = createHmac('sha256', SECRET).update(`${at}.${body}`).digest('hex');
  const answer = await fetch(`${url}/v1/webhooks/tracking`, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/json',
      'X-Front-Desk-Signature': `t=${at},v1=${signature}`,
    },
    body,
  });
  const told = (await answer.json()) as { result: string };
  assert.equal(told.result, 'applied', JSON.stringify(told));
}
