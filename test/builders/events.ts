import type { StoredEvent } from '../../src/backend/ports.ts';

/** So many days after the first. */
export const eventAt = (day: number): string =>
  new Date(Date.parse('2026-11-23T00:00:00.000Z') + day * 86_400_000).toISOString();

export const anEvent = (wanted: Partial<StoredEvent> = {}): StoredEvent => ({
  ...{ shop: 'alder', id: 'one', who: { visitor: 'day-1' }, type: 'product_viewed' },
  ...{ product: 'coat', at: eventAt(0), expiresAt: eventAt(90), ...wanted },
});
