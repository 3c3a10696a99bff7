import type { CartLine, Reorder } from '../../contract/reorder.ts';
import type { LineRecord, OrderRecord } from './orders.ts';
import type { ProductRecord } from '../products.ts';

type Variant = ProductRecord['variants'][number];

/** The cart lines of an order as its products are now, and what is gone with what comes nearest. */
export function reorder(order: OrderRecord, products: readonly ProductRecord[]): Reorder {
  const known = new Map(products.map((product) => [product.id, product]));
  const taken = new Map<string, number>();
  const left = ({ id, available, stock }: Variant) =>
    available ? (stock ?? Number.MAX_SAFE_INTEGER) - (taken.get(id) ?? 0) : 0;
  const take = (line: LineRecord, variant: Variant, quantity: number): CartLine => {
    taken.set(variant.id, (taken.get(variant.id) ?? 0) + quantity);
    const picture = variant.picture ?? known.get(variant.product)?.picture;
    return cartLine(line, { ...variant, ...(picture && { picture }) }, quantity);
  };

  const lines: CartLine[] = [];
  const missing: { line: LineRecord; quantity: number }[] = [];
  for (const line of order.lines) {
    const variant = variantOf(known, line);
    const quantity = Math.min(line.quantity, variant ? left(variant) : 0);
    if (variant && quantity > 0) lines.push(take(line, variant, quantity));
    if (quantity < line.quantity) missing.push({ line, quantity: line.quantity - quantity });
  }
  // what was bought comes before what stands in for something else
  const gone = missing.map(({ line, quantity }) => {
    const isThere = (variant: Variant) => variant.id !== line.variant && left(variant) >= quantity;
    const own = known.get(line.product);
    const others = products.filter(
      ({ id, category }) => id !== own?.id && category === own?.category,
    );
    const near = (among: readonly ProductRecord[]) =>
      nearest(among.flatMap(({ variants }) => variants).filter(isThere), line, order.currency);
    const found = own && (near([own]) ?? (own.category === undefined ? undefined : near(others)));
    return {
      ...{ line: line.id, quantity },
      ...(found && { alternative: take(line, found, quantity) }),
    };
  });
  return { lines, gone };
}

/** Categories in which something may be found for what none of its product can stand in for. */
export function categoriesFor(order: OrderRecord, products: readonly ProductRecord[]): string[] {
  const known = new Map(products.map((product) => [product.id, product]));
  const { gone } = reorder(order, products);
  const open = new Set(gone.flatMap(({ line, alternative }) => (alternative ? [] : line)));
  const categories = order.lines.flatMap(({ id, product }) =>
    open.has(id) ? (known.get(product)?.category ?? []) : [],
  );
  return [...new Set(categories)];
}

const variantOf = (known: ReadonlyMap<string, ProductRecord>, line: LineRecord) =>
  known.get(line.product)?.variants.find(({ id }) => id === line.variant);

/** Of the most options in common, what costs nearly the same; the shop's order between equals. */
function nearest(
  variants: readonly Variant[],
  line: LineRecord,
  currency: string,
): Variant | undefined {
  const rank = (variant: Variant) => ({
    same: variant.options.filter(({ name, value }) =>
      line.options.some((option) => option.name === name && option.value === value),
    ).length,
    apart:
      variant.currency === currency
        ? Math.abs(variant.price - line.unitPrice)
        : Number.MAX_SAFE_INTEGER,
  });
  return variants
    .map((variant) => ({ variant, ...rank(variant) }))
    .sort((a, b) => b.same - a.same || a.apart - b.apart)[0]?.variant;
}

const cartLine = (line: LineRecord, variant: Variant, quantity: number): CartLine => ({
  line: line.id,
  product: variant.product,
  variant: variant.id,
  ...(variant.sku !== undefined && { sku: variant.sku }),
  name: variant.name,
  options: variant.options,
  quantity,
  unitPrice: { amount: variant.price, currency: variant.currency },
  ...(variant.picture && { picture: variant.picture }),
});
