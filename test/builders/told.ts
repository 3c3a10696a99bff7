import type { WebhookEvent } from '../../src/contract/webhook-events.ts';
import type { BackendUnderTest } from './backend.ts';

/** What the first endpoint of the shop has not been told yet, in order; it is told now. */
export async function toldBy({
  shop,
  storage,
}: Pick<BackendUnderTest, 'shop' | 'storage'>): Promise<WebhookEvent[]> {
  const endpoint = { shop: shop.id, url: shop.webhooks![0]!.url };
  const events: WebhookEvent[] = [];
  for (;;) {
    const [now, until] = ['2027-06-01T00:00:00.000Z', '2027-06-02T00:00:00.000Z'];
    const claimed = await storage.outbox.claim(endpoint, { now, until, most: 10 });
    if (claimed.length === 0) return events;
    for (const { id, body } of claimed) {
      events.push(JSON.parse(body) as WebhookEvent);
      const settled = { state: 'delivered', now, until: now, result: 'http_200' } as const;
      await storage.outbox.settle(id, until, settled);
    }
  }
}
