import type { Shop } from '../../src/backend/ports.ts';
import { openStorage } from '../../src/backend/storage/storage.ts';
import type { SyncDb } from '../../src/backend/storage/dialect.ts';
import { tauRetail } from '../../src/domain/policy/presets/tau-retail.ts';
import { openSqliteFile } from '../../src/server/drivers/sqlite.ts';
import { aShop } from '../builders/shop.ts';
import type { Rows } from '../data/rows.ts';
import { convertTauRetail, tauTimeZone, type TauRetail } from '../data/tau-retail.ts';

/** The moment at which all of it happens; what the seed does not date is dated back from here. */
export const NOW = new Date('2026-11-23T09:00:00.000Z');

export const replayShop = aShop({
  id: 'tau-retail',
  name: 'Tau Retail',
  timeZone: tauTimeZone,
  currency: 'USD',
  policy: tauRetail,
});

/**
 * The seed in the import format. What it calls processed is packed and has not left: its parcels
 * have no news yet.
 */
export function seedRows(source: TauRetail): Rows {
  const rows = convertTauRetail(source, { seed: 1, now: NOW });
  const orders = rows.orders.map((order) => {
    if (order.status !== 'shipped') return order;
    const shipments = order.shipments.map(({ id, number, lines }) => ({
      ...{ id, number, lines },
      ...{ status: 'label_printed' as const, events: [] },
    }));
    return { ...order, status: 'processing' as const, shipments };
  });
  return { ...rows, orders };
}

/** A file as the server opens it, but for what outlives a power cut: this one is gone in a minute. */
export function openShortLived(file: string): SyncDb {
  const db = openSqliteFile(file);
  db.exec('pragma synchronous = off');
  return db;
}

/** Imports the seed into a new database file; each task gets a copy of it. */
export const writeSeed = (source: TauRetail, file: string): Promise<void> =>
  writeShop(replayShop, seedRows(source), file);

/** Imports a shop into a new database file. */
export async function writeShop(
  shop: Shop,
  { products, customers, orders }: Omit<Rows, 'skipped'>,
  file: string,
): Promise<void> {
  const raw = openShortLived(file);
  const storage = await openStorage(raw);
  await storage.catalogue.put(shop, [...products, ...customers, ...orders]);
  // all of it in the one file, which is copied, and read by several at once
  raw.exec('pragma journal_mode = delete');
  await storage.close();
}
