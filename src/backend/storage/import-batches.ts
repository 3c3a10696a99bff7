import type { Kysely } from 'kysely';
import type { ImportRow } from '../../contract/import.ts';
import type { ImportStore } from '../ports.ts';
import type { CatalogueWriter } from './catalogue-writer.ts';
import { chunks, forUpdate } from './dialect.ts';
import type { Database } from './schema.ts';
import { withoutSkus } from './sku-lines.ts';

/** Writes an import that counts batch by batch, each with the sign of life that keeps others off. */
export function createImportBatches(
  db: Kysely<Database>,
  write: CatalogueWriter,
): ImportStore['applyNext'] {
  return (shop, id, { most, at }) =>
    db.transaction().execute(async (tx) => {
      const next = tx
        .selectFrom('import_rows')
        .innerJoin('imports', 'imports.id', 'import_rows.import_id')
        .select(['import_rows.rank', 'import_rows.position', 'import_rows.body'])
        .where('import_rows.import_id', '=', id)
        .where('imports.shop_id', '=', shop.id)
        .where('imports.state', '=', 'committed')
        .orderBy('import_rows.rank')
        .orderBy('import_rows.position')
        .limit(most);
      const rows = await forUpdate(tx, next).execute();
      if (rows.length === 0) {
        await tx
          .deleteFrom('imports')
          .where('id', '=', id)
          .where('state', '=', 'committed')
          .execute();
        return 0;
      }
      const told = rows.map(({ body }) => JSON.parse(body) as ImportRow);
      const news = (some: readonly ImportRow[]) => some.map((row) => ({ row }));
      const orders = told.filter(({ type }) => type === 'order');
      // an order may speak of a product of its own batch
      await write(tx, shop, news(told.filter(({ type }) => type !== 'order')), at);
      await write(tx, shop, news(await withoutSkus(tx, shop.id, orders)), at);
      await removeRows(tx, id, rows);
      await touchImport(tx, id, at.toISOString());
      return rows.length;
    });
}

export async function touchImport(db: Kysely<Database>, id: string, at: string): Promise<void> {
  await db.updateTable('imports').set({ touched_at: at }).where('id', '=', id).execute();
}

/** Written, or not to be. */
export async function removeRows(
  db: Kysely<Database>,
  id: string,
  rows: readonly { position: number }[],
): Promise<void> {
  for (const some of chunks(rows.map(({ position }) => ({ position }))))
    await db
      .deleteFrom('import_rows')
      .where('import_id', '=', id)
      .where(
        'position',
        'in',
        some.map(({ position }) => position),
      )
      .execute();
}
