import type { ImportRow, ProductRow } from '../../contract/import.ts';
import type { Sifted } from './row-marks.ts';
import { versionOf, type RowNews } from './row-news.ts';

/** The newest telling that listed a variant, and the product it is with, if it is with one. */
export interface KnownVariant {
  version: string;
  product?: string;
}
export type KnownVariants = ReadonlyMap<string, KnownVariant>;

export interface MovedVariants {
  /** Whether a variant that a product lists is with it, not with another that was told later. */
  isWith: (row: ProductRow, variant: string) => boolean;
  /** Those that are with no product now, by the newest telling that listed them. */
  without: ReadonlyMap<string, string>;
}

/**
 * Where variants are once news count, in whatever order they come: with the product whose telling
 * listed them last, as long as nothing newer is told of that product. A telling that came too late for
 * its product still says whose a variant was; one that does not say when counts, as its product does.
 */
export function moveVariants(
  news: readonly RowNews[],
  { put, remove }: Pick<Sifted, 'put' | 'remove'>,
  known: KnownVariants,
): MovedVariants {
  const last = new Map<string, KnownVariant & { row?: ImportRow }>(known);
  for (const each of news) {
    if (!('row' in each) || each.row.type !== 'product') continue;
    const { row } = each;
    const version = versionOf(each);
    for (const { id } of row.variants)
      if (version === undefined || version > (last.get(id)?.version ?? ''))
        last.set(id, { version: version ?? '', row });
  }
  const rows = new Set(put);
  const anew = new Set(
    [...put.filter(({ type }) => type === 'product'), ...remove.filter(isProduct)].map(
      ({ id }) => id,
    ),
  );
  const isWithOne = ({ row, product }: KnownVariant & { row?: ImportRow }) =>
    row ? rows.has(row) : product !== undefined && !anew.has(product);
  return {
    isWith: (row, variant) => last.get(variant)?.row === row,
    without: new Map(
      [...last].flatMap(([id, it]) => (isWithOne(it) ? [] : [[id, it.version] as const])),
    ),
  };
}

const isProduct = ({ kind }: Sifted['remove'][number]): boolean => kind === 'product';
