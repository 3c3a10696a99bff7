import { nameKey, type ProductRecord } from '../products.ts';

/** What a shop sells but never recommends: by id, or by what its products say of themselves. */
export interface Exclusions {
  products?: readonly string[] | undefined;
  /** However they are written: "Gift cards" is "gift cards". */
  categories?: readonly string[] | undefined;
  tags?: readonly string[] | undefined;
}

/** Tells of a product whether it may be recommended. */
export function allowedBy({ products, categories, tags }: Exclusions = {}) {
  const ids = new Set(products);
  const excluded = {
    categories: new Set(categories?.map(nameKey)),
    tags: new Set(tags?.map(nameKey)),
  };
  return ({ id, category, tags: own }: ProductRecord): boolean =>
    !ids.has(id) &&
    !(category !== undefined && excluded.categories.has(nameKey(category))) &&
    !own.some((tag) => excluded.tags.has(nameKey(tag)));
}
