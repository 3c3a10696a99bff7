import type { Kysely } from 'kysely';
import type { Change } from '../../domain/changes/changes.ts';
import { bit } from './dialect.ts';
import type { Database } from './schema.ts';

/** Counts units back to the shelf or off it; a variant whose units nobody counts stays as it is. */
export async function moveStock(
  tx: Kysely<Database>,
  shop: string,
  moves: Change['stock'],
): Promise<void> {
  for (const { variant, by } of moves) {
    const row = await tx
      .selectFrom('variants')
      .select('stock')
      .where('shop_id', '=', shop)
      .where('id', '=', variant)
      .executeTakeFirst();
    if (!row || row.stock === null || by === 0) continue;
    const stock = Math.max(0, row.stock + by);
    await tx
      .updateTable('variants')
      .set({ stock, available: bit(stock > 0) })
      .where('shop_id', '=', shop)
      .where('id', '=', variant)
      .execute();
  }
}
