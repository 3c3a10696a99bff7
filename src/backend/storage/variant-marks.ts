import type { ExpressionBuilder, Kysely } from 'kysely';
import type { KnownVariant } from '../../domain/news/moved-variants.ts';
import { chunks } from './dialect.ts';
import type { RowMarksTable } from './news-tables.ts';
import type { Database } from './schema.ts';

/** Variants that are with no product, by the newest telling that listed them. */
export async function markedVariants(
  tx: Kysely<Database>,
  shop: string,
  variants: readonly string[],
): Promise<Map<string, KnownVariant>> {
  const marked = new Map<string, KnownVariant>();
  for (const some of chunks(variants.map((id) => ({ id })))) {
    const rows = await tx
      .selectFrom('row_marks')
      .select(['id', 'version'])
      .where(ofVariants(shop, some))
      .execute();
    for (const { id, version } of rows) marked.set(id, { version });
  }
  return marked;
}

/** Takes variants away, and keeps in mind which telling listed them last. */
export async function takeAway(
  tx: Kysely<Database>,
  shop_id: string,
  lost: readonly (readonly [string, string])[],
): Promise<void> {
  const marks = lost.map(([id, version]): RowMarksTable => ({
    ...{ shop_id, kind: 'variant', id },
    ...{ version, gone: '' },
  }));
  for (const some of chunks(marks)) {
    await tx
      .deleteFrom('variants')
      .where('shop_id', '=', shop_id)
      .where(
        'id',
        'in',
        some.map(({ id }) => id),
      )
      .execute();
    await tx
      .insertInto('row_marks')
      .values(some)
      .onConflict((conflict) =>
        conflict
          .columns(['shop_id', 'kind', 'id'])
          .doUpdateSet((it) => ({ version: it.ref('excluded.version') })),
      )
      .execute();
  }
}

/** Of variants that are with a product again. */
export async function forgetMarks(
  tx: Kysely<Database>,
  shop: string,
  found: readonly string[],
): Promise<void> {
  for (const some of chunks(found.map((id) => ({ id }))))
    await tx.deleteFrom('row_marks').where(ofVariants(shop, some)).execute();
}

const ofVariants =
  (shop: string, variants: readonly { id: string }[]) =>
  (it: ExpressionBuilder<Database, 'row_marks'>) =>
    it.and([
      it('shop_id', '=', shop),
      it('kind', '=', 'variant'),
      it(
        'id',
        'in',
        variants.map(({ id }) => id),
      ),
    ]);
