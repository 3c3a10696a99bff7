import type { Product } from '../contract/products.ts';
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
  variants: (VariantRecord & { picture?: Picture })[];
}

/** What the contract says of it. */
export function productOf({ id, name, url, picture, category, variants }: ProductRecord): Product {
  return {
    id,
    name,
    ...(url !== undefined && { url }),
    ...(picture && { picture }),
    ...(category !== undefined && { category }),
    variants: variants.map((variant) => ({
      id: variant.id,
      options: variant.options,
      price: { amount: variant.price, currency: variant.currency },
      available: variant.available,
      ...(variant.stock !== undefined && { stock: variant.stock }),
      ...(variant.picture && { picture: variant.picture }),
    })),
  };
}
