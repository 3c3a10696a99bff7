import type { ProductRow } from '../../../contract/import.ts';
import { isDefaultOption, linkOf, pictureOf, textOf } from '../../../domain/shopify/fields.ts';
import { tagsOf } from '../../../domain/shopify/products.ts';
import type { Cells } from './cells.ts';
import { made, type Made, type Settings } from './made.ts';

/** A product of Shopify's product export. It has no ids: the handle stands for them. */
export function productOfExport(records: readonly Cells[], { currency }: Settings): Made {
  const [first] = records;
  const handle = first!.text('Handle', 'URL handle');
  const title = first!.text('Title');
  if (!title)
    return {
      fault: {
        pointer: 'Title',
        reason: 'The records of a product stand together, and the first has its title.',
      },
    };
  const names = [1, 2, 3].map((at) => first!.text(`Option${at} Name`));
  const category = textOf(first!.text('Type', 'Product Category'), 120);
  const picture = pictureOf(
    first!.text('Image Src', 'Product image URL'),
    first!.text('Image Alt Text') || title,
  );
  const url = linkOf(`/products/${encodeURIComponent(handle)}`);
  const isSold = ['', 'active'].includes(first!.text('Status').toLowerCase());
  const row: ProductRow = {
    type: 'product',
    id: handle,
    name: textOf(title, 200) ?? handle,
    ...(url !== undefined && { url }),
    ...(picture && { picture }),
    ...(category !== undefined && { category }),
    tags: tagsOf(first!.text('Tags')),
    // records with a picture alone belong to no variant
    variants: records
      .filter((cells) => cells.text('Variant Price', 'Price'))
      .map((cells) => variantOf(cells, { handle, names, currency, isSold })),
  };
  return made(row, records);
}

function variantOf(
  cells: Cells,
  of: { handle: string; names: readonly string[]; currency: string; isSold: boolean },
): ProductRow['variants'][number] {
  const chosen = of.names.flatMap((name, at): [string, string][] => {
    const value = textOf(cells.text(`Option${at + 1} Value`), 120);
    const key = textOf(name, 80);
    return key === undefined || value === undefined || isDefaultOption(value) ? [] : [[key, value]];
  });
  const sku = textOf(cells.text('Variant SKU', 'SKU'), 80);
  const picture = pictureOf(cells.text('Variant Image', 'Variant image URL'), '');
  const isCounted = cells.text('Variant Inventory Tracker', 'Inventory tracker') !== '';
  const stock = Math.max(0, cells.count('Variant Inventory Qty', 'Inventory quantity'));
  const policy = cells.text('Variant Inventory Policy', 'Continue selling when out of stock');
  const isSoldOut = isCounted && stock === 0 && !/^(continue|true)$/i.test(policy);
  const values = chosen.map(([, value]) => value).join('/');
  return {
    id: textOf(values ? `${of.handle}:${values}` : of.handle, 128) ?? of.handle,
    ...(sku !== undefined && { sku }),
    ...(chosen.length > 0 && { options: Object.fromEntries(chosen) }),
    price: cells.amount(of.currency, 'Variant Price', 'Price'),
    currency: of.currency,
    available: of.isSold && !isSoldOut,
    ...(isCounted && { stock }),
    ...(picture && { picture }),
  };
}
