import type { Kysely } from 'kysely';
import type { ImportRow, OrderRow } from '../../contract/import.ts';
import { chunks } from './dialect.ts';
import type { Database } from './schema.ts';

/**
 * Rows whose order lines name what was bought by its SKU alone, as an export does: product and
 * variant are then those that have it, where exactly one variant does. Other lines stay.
 */
export async function withoutSkus(
  tx: Kysely<Database>,
  shop: string,
  rows: readonly ImportRow[],
): Promise<ImportRow[]> {
  const skus = new Set(
    rows.flatMap((row) =>
      row.type === 'order' ? row.lines.filter(isOneName).map(({ variant }) => variant) : [],
    ),
  );
  const named = await variantsOf(tx, shop, [...skus]);
  const found = (line: Line): Line =>
    isOneName(line) ? { ...line, ...named.get(line.variant) } : line;
  return rows.map((row) => (row.type === 'order' ? { ...row, lines: row.lines.map(found) } : row));
}

type Line = OrderRow['lines'][number];
type Named = Pick<Line, 'product' | 'variant'>;

const isOneName = ({ product, variant }: Line): boolean => product === variant;

/** By their SKU those that are the only ones to have it; what is a variant's id is no SKU. */
async function variantsOf(
  tx: Kysely<Database>,
  shop: string,
  skus: readonly string[],
): Promise<Map<string, Named>> {
  const named = new Map<string, Named | undefined>();
  const ids = new Set<string>();
  for (const some of chunks(skus.map((sku) => ({ sku, again: sku })))) {
    const wanted = some.map(({ sku }) => sku);
    const variants = await tx
      .selectFrom('variants')
      .select(['id', 'product_id', 'sku'])
      .where('shop_id', '=', shop)
      .where((it) => it.or([it('sku', 'in', wanted), it('id', 'in', wanted)]))
      .execute();
    for (const { id, product_id: product, sku } of variants) {
      ids.add(id);
      if (sku !== null) named.set(sku, named.has(sku) ? undefined : { product, variant: id });
    }
  }
  return new Map([...named].flatMap(([sku, one]) => (one && !ids.has(sku) ? [[sku, one]] : [])));
}
