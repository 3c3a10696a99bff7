import type { RouteName } from '../../../contract/routes.ts';
import type { Clock, Log, Shop } from '../../ports.ts';
import type { Refusal } from '../../services/refusal.ts';

const HOUR = 3_600_000;
/** A field's name, or its place in a list: what stands in the body has no such form. */
const STEP = /^([a-z][a-z_]{0,39}|\d{1,4})$/i;

/**
 * Tells the log of a webhook that was not taken: its sender gives up in silence after some days, and
 * the shop's orders stay as they were. Once an hour for each fault: whoever sends without a signature
 * could fill the log.
 */
export function createRefusedWebhooks(clock: Clock, log: Log) {
  const quietUntil = new Map<string, number>();
  return (route: RouteName, shop: Shop, { refused, errors }: Refusal): void => {
    const now = clock().getTime();
    const key = JSON.stringify([shop.id, route, refused]);
    if (now < (quietUntil.get(key) ?? 0)) return;
    quietUntil.set(key, now + HOUR);
    const place = placeIn(errors?.[0]?.pointer ?? '');
    log.info('webhook_refused', {
      ...{ shop: shop.id, route, fault: refused },
      ...(place !== undefined && { reason: place }),
    });
  };
}

/** Of a JSON pointer, as far as it names fields of ours: `line_items/0/price`. */
function placeIn(pointer: string): string | undefined {
  const steps = pointer.split('/').slice(1);
  const strange = steps.findIndex((step) => !STEP.test(step));
  return (strange < 0 ? steps : steps.slice(0, strange)).join('/') || undefined;
}
