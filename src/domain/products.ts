import type { Product, ProductSummary } from '../contract/products.ts';
import type { Money } from '../contract/money.ts';
import type { Picture } from '../contract/primitives.ts';
import type { VariantRecord } from './changes/changes.ts';

/** A product as a platform knows it. */
export interface ProductRecord {
  id: string;
  name: string;
  url?: string;
  picture?: Picture;
  category?: string;
  tags: string[];
  variants: (VariantRecord & { sku?: string; picture?: Picture })[];
}

/** What is compared of a name, and of what somebody looks for: "Ärmel" and "armel" are one word. */
export const nameKey = (name: string): string =>
  name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** A list has a page for the words of a few names, not for essays. */
const MOST_WORDS = 8;
export const wordsIn = (looked: string): string[] =>
  nameKey(looked)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, MOST_WORDS);

/** What the contract says of it. */
export function productOf(product: ProductRecord): Product {
  return {
    ...headOf(product),
    variants: product.variants.map((variant) => ({
      id: variant.id,
      options: variant.options,
      price: { amount: variant.price, currency: variant.currency },
      available: variant.available,
      ...(variant.stock !== undefined && { stock: variant.stock }),
      ...(variant.picture && { picture: variant.picture }),
    })),
  };
}

/** What a list says of it; nothing where none of it can be had. */
export function productSummaryOf(product: ProductRecord): ProductSummary[] {
  const [first, ...rest] = product.variants.filter(({ available }) => available);
  if (!first) return [];
  const { price, currency } = rest.reduce((low, one) => (one.price < low.price ? one : low), first);
  const only = rest.length === 0 && { only: first.id };
  return [{ ...headOf(product), from: { amount: price, currency }, ...only }];
}

export const isForSale = ({ variants }: ProductRecord): boolean =>
  variants.some(({ available }) => available);

const headOf = ({ id, name, url, picture, category }: ProductRecord) => ({
  id,
  name,
  ...(url !== undefined && { url }),
  ...(picture && { picture }),
  ...(category !== undefined && { category }),
});
/** What a variant costs; without one, the cheapest that can be had, or else of all. */
export function priceOf(
  product: ProductRecord | undefined,
  variant: string | undefined,
): Money | undefined {
  const variants = product?.variants ?? [];
  const offered = variants.filter(({ available }) => available);
  const wanted =
    variant === undefined
      ? (offered.length ? offered : variants).toSorted((one, other) => one.price - other.price)[0]
      : variants.find(({ id }) => id === variant);
  return wanted && { amount: wanted.price, currency: wanted.currency };
}
