import type { ProductRow } from '../../contract/import.ts';
import type { ShopifyProduct } from '../../contract/shopify.ts';
import { minorUnits } from '../money/minor-units.ts';
import type { RowNews } from '../news/row-news.ts';
import { isDefaultOption, linkOf, pictureOf, textOf } from './fields.ts';

type VariantRow = ProductRow['variants'][number];
type ShopifyVariant = ShopifyProduct['variants'][number];

/**
 * A product of Shopify's, and the end of the one that an export brought: there it has its handle
 * for an id. Shopify tells no currency with it: it is the shop's.
 */
export function productNewsOf(from: ShopifyProduct, currency: string, toldAt?: string): RowNews[] {
  const row = productRowOf(from, currency);
  const handle = textOf(from.handle, 128);
  return [
    { row, toldAt },
    ...(handle === undefined
      ? []
      : [{ gone: 'product' as const, id: handle, updatedAt: from.updated_at, toldAt }]),
  ];
}

function productRowOf(from: ShopifyProduct, currency: string): ProductRow {
  const name = textOf(from.title, 200) ?? from.id;
  const picture = pictureOf((from.image ?? from.images?.[0])?.src, from.image?.alt ?? name);
  const category = textOf(from.product_type, 120);
  const url = linkOf(from.handle && `/products/${encodeURIComponent(from.handle)}`);
  return {
    type: 'product',
    id: from.id,
    name,
    ...(url !== undefined && { url }),
    ...(picture && { picture }),
    ...(category !== undefined && { category }),
    tags: tagsOf(from.tags),
    updatedAt: from.updated_at,
    variants: from.variants.slice(0, 500).map((variant) => variantOf(variant, from, currency)),
  };
}

function variantOf(variant: ShopifyVariant, of: ShopifyProduct, currency: string): VariantRow {
  const values = [variant.option1, variant.option2, variant.option3];
  const options = Object.fromEntries(
    (of.options ?? []).flatMap(({ name }, at) => {
      const [key, value] = [textOf(name, 80), textOf(values[at], 120)];
      return key === undefined || value === undefined || isDefaultOption(value)
        ? []
        : [[key, value]];
    }),
  );
  const sku = textOf(variant.sku, 80);
  const isCounted = Boolean(variant.inventory_management);
  const stock = Math.max(0, variant.inventory_quantity ?? 0);
  const isSold = of.status === undefined || of.status === null || of.status === 'active';
  const image = of.images?.find(({ id }) => id && id === variant.image_id);
  const picture = pictureOf(image?.src, image?.alt);
  return {
    id: variant.id,
    ...(sku !== undefined && { sku }),
    ...(Object.keys(options).length > 0 && { options }),
    price: Math.max(0, minorUnits(variant.price, currency) ?? 0),
    currency,
    available: isSold && (!isCounted || stock > 0 || variant.inventory_policy === 'continue'),
    ...(isCounted && { stock }),
    ...(picture && { picture }),
  };
}

export function tagsOf(tags: string | readonly string[] | null | undefined): string[] {
  const list = typeof tags === 'string' ? tags.split(',') : (tags ?? []);
  return [...new Set(list.flatMap((tag) => textOf(tag, 80) ?? []))].slice(0, 50);
}
