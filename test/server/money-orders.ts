import { decideCancellation } from '../../src/domain/changes/cancellation.ts';
import { openDatabase } from '../../src/server/open-database.ts';
import { aPolicy } from '../builders/cases.ts';
import { anOrder } from '../builders/rows.ts';
import { aShop } from '../builders/shop.ts';
import { PEPPER } from './pepper.ts';

/** What each order has cost, by a card. */
export const PAID = 8_900;
/** Commits that wait for the disk together. */
const AT_ONCE = 20;

/** Puts so many paid orders into a database and cancels them: all their money is to go back. */
export async function cancelOrders(database: string, orders: number): Promise<void> {
  const { storage } = await openDatabase(database, PEPPER);
  const shop = aShop({ policy: aPolicy() });
  const now = new Date();
  const request = { reason: 'other' as const, refundTo: 'original' as const };
  const rows = Array.from({ length: orders }, (_, order) => {
    const card = { kind: 'card' as const, label: 'Visa', amount: PAID, reference: `pi_${order}` };
    return anOrder({ id: `order-${order}`, status: 'placed', payments: [card] });
  });
  await storage.catalogue.put(shop, rows);
  const cancel = ({ id }: { id: string }) =>
    storage.changes.write(shop, id, { at: now, by: 'customer', request }, (held) =>
      decideCancellation({ ...held, policy: shop.policy!, now, request }),
    );
  for (let from = 0; from < orders; from += AT_ONCE)
    await Promise.all(rows.slice(from, from + AT_ONCE).map(cancel));
  await storage.close();
}

/** How many of their moves are not done in our own books. */
export async function openMoves(database: string, orders: number): Promise<number> {
  const { storage } = await openDatabase(database, PEPPER);
  let open = 0;
  for (let order = 0; order < orders; order += 1) {
    const [receipt] = await storage.changes.receipts(aShop().id, `order-${order}`);
    open += receipt?.moves.filter(({ state }) => state !== 'done').length ?? 1;
  }
  await storage.close();
  return open;
}
