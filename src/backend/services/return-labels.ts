import type { BackendPorts, Bus, Clock, Log, Platform, Shop } from '../ports.ts';
import { publishOrders } from './order-hints.ts';

/** Asks the carrier for the way back of a return that was just agreed to. */
export type MakeLabel = (shop: Shop, id: string) => Promise<void>;

interface Ports {
  platform: Platform;
  labels: BackendPorts['labels'];
  bus: Bus;
  clock: Clock;
  log: Log;
}

export const createMakeLabel =
  ({ platform, labels, bus, clock, log }: Ports): MakeLabel =>
  async (shop, id) => {
    const { policy } = shop;
    const { changes } = platform;
    const by = labels?.(shop.id);
    const found = await changes?.return(shop.id, id);
    if (!changes || !policy || !by || found?.state !== 'approved' || found.label) return;
    const { method, number } = found;
    const order = await platform.order(shop, found.order);
    const isMade = by.capabilities.find((each) => each === method);
    if (!isMade || !order?.address) return;
    const made = await by.make({ key: id, method: isMade, from: order.address, number });
    if (made.state === 'failed') {
      log.info('label_failed', { shop: shop.id, return: id, reason: made.reason });
      return;
    }
    const { reference, carrier, tracking, code, dropOff, pdf } = made.label;
    await changes.keepLabel(shop.id, id, {
      ...{ reference, carrier, tracking },
      ...(code !== undefined && { code }),
      ...(dropOff !== undefined && { dropOff }),
      ...(pdf && { pdf: base64(pdf) }),
    });
    const moment = { at: clock(), by: 'system', policy } as const;
    const moved = await changes.moveReturn(shop, id, 'label_sent', moment);
    if (moved && !('refused' in moved)) await publishOrders(bus, shop, [moved.order]);
  };

const base64 = (bytes: Uint8Array): string =>
  btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
