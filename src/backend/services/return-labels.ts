import { later } from '../../domain/identity/identity.ts';
import { isCarried, nextLabelTry } from '../../domain/returns/label-tries.ts';
import type { BackendPorts, Bus, Clock, Log, Platform, Shop, Shops } from '../ports.ts';
import type { ChangeStore, StoredReturn } from '../ports/changes.ts';
import type { Label, LabelFailed } from '../ports/labels.ts';
import { publishOrders } from './order-hints.ts';

/** Asks the carrier for the way back of a return that was agreed to. */
export type MakeLabel = (shop: Shop, id: string) => Promise<void>;

interface Ports {
  platform: Platform;
  labels: BackendPorts['labels'];
  bus: Bus;
  clock: Clock;
  log: Log;
  /** From 0 to 1. */
  chance?: () => number;
}

export function createMakeLabel(ports: Ports): MakeLabel {
  const { platform, labels, bus, clock, log, chance = Math.random } = ports;
  const { changes } = platform;

  async function ask(shop: Shop, found: StoredReturn) {
    const { id, method, number } = found;
    const by = labels?.(shop.id);
    const isMade = by?.capabilities.find((each) => each === method);
    if (!by || !isMade) return never('unsupported');
    const order = await platform.order(shop, found.order);
    return order?.address
      ? by.make({ key: id, method: isMade, from: order.address, number })
      : never('address_refused');
  }

  async function keep(store: ChangeStore, shop: Shop, id: string, label: Label): Promise<void> {
    const { reference, carrier, tracking, code, dropOff, pdf } = label;
    await store.keepLabel(shop.id, id, {
      ...{ reference, carrier, tracking },
      ...(code !== undefined && { code }),
      ...(dropOff !== undefined && { dropOff }),
      ...(pdf && { pdf: base64(pdf) }),
    });
    if (!shop.policy) return;
    const moment = { at: clock(), by: 'system', policy: shop.policy } as const;
    const moved = await store.moveReturn(shop, id, 'label_sent', moment);
    if (moved && !('refused' in moved)) await publishOrders(bus, shop, [moved.order]);
  }

  return async (shop, id) => {
    const found = await changes?.return(shop.id, id);
    if (!changes || !shop.policy || found?.state !== 'approved' || found.label) return;
    if (!isCarried(found.method)) return;
    const made = await ask(shop, found);
    if (made.state === 'made') return keep(changes, shop, id, made.label);
    const { reason, retryable } = made;
    const tries = (found.labelTries ?? 0) + 1;
    const at = clock();
    const seconds = nextLabelTry(retryable, { tries, chance: chance() });
    const again = seconds === undefined ? undefined : later(at, seconds);
    log.info('label_failed', { shop: shop.id, return: id, reason, tries });
    const order = await changes.labelFailed(shop, id, { reason, at, again });
    if (order) await publishOrders(bus, shop, [order]);
  };
}

/** Asks for the labels whose time has come. */
export type SweepLabels = (now: Date, signal?: AbortSignal) => Promise<void>;

/** A carrier that is slow holds up no more than these. */
const MOST_AT_ONCE = 20;

export const createSweepLabels =
  (changes: ChangeStore, shops: Shops, makeLabel: MakeLabel): SweepLabels =>
  async (now, signal) => {
    for (const { shop: id, id: due } of await changes.labelsDue(now.toISOString(), MOST_AT_ONCE)) {
      if (signal?.aborted) return;
      const shop = shops.find(id);
      if (shop) await makeLabel(shop, due);
    }
  };

const never = (reason: LabelFailed['reason']): LabelFailed => ({
  state: 'failed',
  reason,
  retryable: false,
});

const base64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
