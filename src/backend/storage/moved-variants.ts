import type { Kysely } from 'kysely';
import {
  moveVariants,
  type KnownVariant,
  type MovedVariants,
} from '../../domain/news/moved-variants.ts';
import type { Sifted } from '../../domain/news/row-marks.ts';
import { versionOf, type RowNews } from '../../domain/news/row-news.ts';
import { chunks } from './dialect.ts';
import type { Database } from './schema.ts';
import { forgetMarks, markedVariants, takeAway } from './variant-marks.ts';

export interface HeldVariants {
  /** Takes those away that are with no product any more. */
  move(sifted: Sifted): Promise<Pick<MovedVariants, 'isWith'> & { changed: boolean }>;
}

/**
 * Where the variants are that news speak of, read before any news are written. One that is with a
 * product was listed by that product's newest telling; of one that is with none a mark of its own
 * says which telling listed it last. Rows that do not say when they became so, as in an import, look
 * at nobody's marks.
 */
export async function holdVariants(
  tx: Kysely<Database>,
  shop: string,
  news: readonly RowNews[],
): Promise<HeldVariants> {
  const told = news.flatMap(productTold);
  if (told.length === 0)
    return { move: () => Promise.resolve({ isWith: () => true, changed: false }) };
  const listed = told.flatMap(({ variants }) => variants);
  const products = told.map(({ id }) => id);
  const marked = await markedVariants(tx, shop, listed);
  const known = new Map<string, KnownVariant>([
    ...marked,
    ...(await variantsBy(tx, shop, 'variants.id', listed)),
    ...(await variantsBy(tx, shop, 'variants.product_id', products)),
  ]);
  return {
    async move(sifted) {
      const { isWith, without } = moveVariants(news, sifted, known);
      const found = [...marked.keys()].filter((id) => !without.has(id));
      const lost = [...without].filter(([id, version]) => marked.get(id)?.version !== version);
      await takeAway(tx, shop, lost);
      await forgetMarks(tx, shop, found);
      return { isWith, changed: found.length + lost.length > 0 };
    },
  };
}

/** A product that says when it became so, with its variants; of one that is gone none. */
function productTold(news: RowNews): { id: string; variants: string[] }[] {
  if (versionOf(news) === undefined) return [];
  if ('gone' in news) return news.gone === 'product' ? [{ id: news.id, variants: [] }] : [];
  if (!('row' in news) || news.row.type !== 'product') return [];
  return [{ id: news.row.id, variants: news.row.variants.map(({ id }) => id) }];
}

async function variantsBy(
  tx: Kysely<Database>,
  shop: string,
  column: 'variants.id' | 'variants.product_id',
  values: readonly string[],
): Promise<[string, KnownVariant][]> {
  const found: [string, KnownVariant][] = [];
  for (const some of chunks(values.map((value) => ({ value })))) {
    const rows = await tx
      .selectFrom('variants')
      .leftJoin('row_marks', (join) =>
        join
          .onRef('row_marks.shop_id', '=', 'variants.shop_id')
          .onRef('row_marks.id', '=', 'variants.product_id')
          .on('row_marks.kind', '=', 'product'),
      )
      .select(['variants.id', 'variants.product_id as product', 'row_marks.version'])
      .where('variants.shop_id', '=', shop)
      .where(
        column,
        'in',
        some.map(({ value }) => value),
      )
      .execute();
    for (const { id, product, version } of rows)
      found.push([id, { product, version: version ?? '' }]);
  }
  return found;
}
