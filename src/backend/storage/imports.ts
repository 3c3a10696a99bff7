import type { Kysely } from 'kysely';
import type { ImportRow } from '../../contract/import.ts';
import type { ImportStore } from '../ports.ts';
import type { CatalogueWriter } from './catalogue-writer.ts';
import { chunks, forUpdate } from './dialect.ts';
import type { Database } from './schema.ts';
import { withoutSkus } from './sku-lines.ts';

/** Orders come last: they speak of customers. */
const ranks: Record<ImportRow['type'], number> = { customer: 0, product: 1, order: 2 };

export function createImports(db: Kysely<Database>, write: CatalogueWriter): ImportStore {
  const drop = async (id: string) => {
    await db.deleteFrom('imports').where('id', '=', id).execute();
  };
  return {
    async begin(shop, at) {
      const id = `imp_${crypto.randomUUID()}`;
      await db
        .insertInto('imports')
        .values({
          id,
          shop_id: shop,
          state: 'staging',
          created_at: at.toISOString(),
          touched_at: at.toISOString(),
        })
        .execute();
      return id;
    },

    async stage(id, rows) {
      const staged = rows.map(({ position, row }) => ({
        import_id: id,
        position,
        rank: ranks[row.type],
        body: JSON.stringify(row),
      }));
      await db.transaction().execute(async (tx) => {
        for (const some of chunks(staged))
          await tx.insertInto('import_rows').values(some).execute();
      });
    },

    async unstage(id, positions) {
      for (const some of chunks(positions.map((position) => ({ position }))))
        await db
          .deleteFrom('import_rows')
          .where('import_id', '=', id)
          .where(
            'position',
            'in',
            some.map(({ position }) => position),
          )
          .execute();
    },

    async knownCustomers(shop, ids) {
      const known = new Set<string>();
      for (const some of chunks(ids.map((id) => ({ id })))) {
        const rows = await db
          .selectFrom('customers')
          .select('id')
          .where('shop_id', '=', shop)
          .where(
            'id',
            'in',
            some.map(({ id }) => id),
          )
          .execute();
        for (const { id } of rows) known.add(id);
      }
      return known;
    },

    async touch(id, at) {
      await db
        .updateTable('imports')
        .set({ touched_at: at.toISOString() })
        .where('id', '=', id)
        .execute();
    },

    async commit(id) {
      const { numUpdatedRows } = await db
        .updateTable('imports')
        .set({ state: 'committed' })
        .where('id', '=', id)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw new Error('The import was taken for dead and dropped');
    },

    drop,

    async dropStaged(id) {
      await db.deleteFrom('imports').where('id', '=', id).where('state', '=', 'staging').execute();
    },

    applyNext: (shop, id, limit) =>
      db.transaction().execute(async (tx) => {
        const next = tx
          .selectFrom('import_rows')
          .innerJoin('imports', 'imports.id', 'import_rows.import_id')
          .select([
            'import_rows.rank',
            'import_rows.position',
            'import_rows.body',
            'imports.touched_at',
          ])
          .where('import_rows.import_id', '=', id)
          .where('imports.shop_id', '=', shop.id)
          .where('imports.state', '=', 'committed')
          .orderBy('import_rows.rank')
          .orderBy('import_rows.position')
          .limit(limit);
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
        const at = new Date(rows[0]!.touched_at);
        const news = (some: readonly ImportRow[]) => some.map((row) => ({ row }));
        const orders = told.filter(({ type }) => type === 'order');
        // an order may speak of a product of its own batch
        await write(tx, shop, news(told.filter(({ type }) => type !== 'order')), at);
        await write(tx, shop, news(await withoutSkus(tx, shop.id, orders)), at);
        await tx
          .deleteFrom('import_rows')
          .where('import_id', '=', id)
          .where(
            'position',
            'in',
            rows.map(({ position }) => position),
          )
          .execute();
        return rows.length;
      }),

    async unfinished(since) {
      let query = db.selectFrom('imports').selectAll().orderBy('created_at');
      if (since)
        query = query.where((it) =>
          it.or([it('state', '=', 'committed'), it('touched_at', '<=', since.toISOString())]),
        );
      const rows = await query.execute();
      return rows.map(({ id, shop_id, state }) => ({
        id,
        shop: shop_id,
        committed: state === 'committed',
      }));
    },
  };
}
