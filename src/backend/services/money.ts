import { later } from '../../domain/identity/identity.ts';
import { tried, waiting } from '../../domain/money/moves.ts';
import { leaseLife } from '../../domain/news/outbox.ts';
import type {
  BackendPorts,
  Bus,
  ClaimedMove,
  Clock,
  Log,
  MoneyStore,
  Payments,
  SettledMove,
  Shops,
} from '../ports.ts';
import type { ChangeStore } from '../ports/changes.ts';
import { ask } from './asked-moves.ts';
import { publishOrders } from './order-hints.ts';
import { payBack } from './paid-back.ts';

/** Moves the money that was decided to move. */
export interface MoneyWorker {
  /** Sets off what is due; comes back while it is under way. */
  run(now: Date): Promise<void>;
  /** What time alone brings: payments that have not come, returns that were not sent or chosen again. */
  sweep(now: Date, signal?: AbortSignal): Promise<void>;
  /** Until what was set off has been answered. */
  settled(): Promise<void>;
  /** Sets nothing off any more; resolves when what is under way has been answered. */
  stop(): Promise<void>;
}

interface Ports {
  money: MoneyStore;
  changes: ChangeStore;
  shops: Shops;
  payments: BackendPorts['payments'];
  bus: Bus;
  clock: Clock;
  log: Log;
  /** From 0 to 1. */
  chance?: () => number;
}

/** Moves under way at a time: a provider that hangs holds up the others for no longer than it may. */
const MOST_UNDER_WAY = 32;
/** Returns that a sweep ends. */
const MOST_SWEPT = 500;
/** What cannot be paid back now may be chosen for another day, and is tried again then. */
const RETRY_PAYING_BACK = 86_400;

export function createMoneyWorker(ports: Ports): MoneyWorker {
  const { money, changes, shops, payments, bus, clock, log, chance = Math.random } = ports;
  const underWay = new Set<Promise<void>>();
  let stopped = false;

  async function move(claimed: ClaimedMove, lease: string): Promise<void> {
    const shop = shops.find(claimed.shop);
    // the config has lost the shop for now: its lease runs out, and it is taken again
    if (!shop) return;
    const settled = await tryOnce(claimed, payments?.(shop.id));
    const result = await money.settle(shop, claimed.id, lease, settled, clock());
    if (!result) return;
    const { id, what, attempts } = claimed;
    const why = 'result' in settled ? { result: settled.result } : {};
    log.info(`money_${settled.state}`, { shop: shop.id, move: id, what, attempts, ...why });
    if (settled.state !== 'moving') await publishOrders(bus, shop, [result.order]);
  }

  async function tryOnce(claimed: ClaimedMove, by: Payments | undefined): Promise<SettledMove> {
    const { attempts, movedAs, payBy } = claimed;
    if (claimed.hold?.state === 'moving')
      return { ...waiting({ attempts: 1, chance: chance() }), result: 'hold_moving' };
    const asked = ask(claimed, by, clock());
    if (asked === 'unasked') return { state: 'unasked' };
    return tried(await asked, {
      ...{ attempts, isNamed: movedAs !== undefined, chance: chance() },
      isOverdue: payBy !== undefined && clock().toISOString() >= payBy,
    });
  }

  return {
    async run(now) {
      for (;;) {
        const most = MOST_UNDER_WAY - underWay.size;
        if (stopped || most <= 0) return;
        const until = later(now, leaseLife);
        const claimed = await money.claim({ now: now.toISOString(), until, most });
        for (const each of claimed) {
          // a fault of ours: its lease runs out, and it is tried again
          const way = move(each, until)
            .catch((error: unknown) => log.error('money_move_failed', error, { move: each.id }))
            .finally(() => underWay.delete(way));
          underWay.add(way);
        }
        if (claimed.length < most) return;
      }
    },

    async sweep(now, signal) {
      await money.hurry(now.toISOString());
      for (const { shop: id, id: expired } of await money.expired(now.toISOString(), MOST_SWEPT)) {
        if (signal?.aborted) return;
        const shop = shops.find(id);
        if (!shop?.policy) continue;
        const moment = { at: now, by: 'system', policy: shop.policy } as const;
        const moved = await changes.moveReturn(shop, expired, 'expired', moment);
        if (moved && !('refused' in moved)) await publishOrders(bus, shop, [moved.order]);
      }
      for (const due of await changes.unchosen(now.toISOString(), MOST_SWEPT)) {
        if (signal?.aborted) return;
        const shop = shops.find(due.shop);
        const paid = shop && (await payBack(changes, shop, due, now));
        if (!paid) continue;
        if (!('refused' in paid)) {
          await publishOrders(bus, shop, [paid.order]);
          continue;
        }
        log.info('not_paid_back', { shop: due.shop, return: due.id, reason: paid.refused });
        await changes.chooseUntil(due, later(now, RETRY_PAYING_BACK));
      }
    },

    async settled() {
      while (underWay.size > 0) await Promise.all(underWay);
    },

    async stop() {
      stopped = true;
      await Promise.all(underWay);
    },
  };
}
