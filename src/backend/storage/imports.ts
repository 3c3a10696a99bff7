import type { ExpressionBuilder, Kysely } from 'kysely';
import type { ImportRow } from '../../contract/import.ts';
import type { ImportStore } from '../ports.ts';
import type { CatalogueWriter } from './catalogue-writer.ts';
import { chunks } from './dialect.ts';
import { createImportBatches, removeRows, touchImport as touch } from './import-batches.ts';
import type { Database } from './schema.ts';

/** Orders come last: they speak of customers. */
const ranks: Record<ImportRow['type'], number> = { customer: 0, product: 1, order: 2 };

/** Before any moment. */
const LONG_AGO = '';

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

    unstage: (id, positions) =>
      removeRows(
        db,
        id,
        positions.map((position) => ({ position })),
      ),

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

    touch: (id, at) => touch(db, id, at.toISOString()),

    release: (id) => touch(db, id, LONG_AGO),

    async takeOver(id, since, at) {
      const { numUpdatedRows } = await db
        .updateTable('imports')
        .set({ touched_at: at.toISOString() })
        .where('id', '=', id)
        .where('state', '=', 'committed')
        .where('touched_at', '<=', since.toISOString())
        .executeTakeFirst();
      return numUpdatedRows > 0n;
    },

    async commit(id, at) {
      const { numUpdatedRows } = await db
        .updateTable('imports')
        .set({ state: 'committed', touched_at: at.toISOString() })
        .where('id', '=', id)
        .executeTakeFirst();
      if (numUpdatedRows === 0n) throw new Error('The import was taken for dead and dropped');
    },

    drop,

    async dropStaged(id) {
      await db.deleteFrom('imports').where('id', '=', id).where('state', '=', 'staging').execute();
      const left = db.selectFrom('imports').select('id').where('id', '=', id);
      return (await left.executeTakeFirst()) === undefined;
    },

    applyNext: createImportBatches(db, write),

    async unfinished(silence) {
      let query = db.selectFrom('imports').selectAll().orderBy('created_at');
      if (silence)
        query = query.where((it) =>
          it.or([
            isSilent(it, 'committed', silence.writing),
            isSilent(it, 'staging', silence.reading),
          ]),
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

const isSilent = (
  it: ExpressionBuilder<Database, 'imports'>,
  state: 'staging' | 'committed',
  since: Date,
) => it.and([it('state', '=', state), it('touched_at', '<=', since.toISOString())]);
