import { readFileSync } from 'node:fs';
import { readOnlineRetail, shippingCodes } from '../data/online-retail.ts';

/** What to learn from, and what to ask about afterwards: lists of item ids, oldest first. */
export interface Split {
  train: string[][];
  test: string[][];
}

/** One list a line, item ids between spaces. */
export const readLists = (file: string): string[][] =>
  readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.split(' ').filter(Boolean))
    .filter((list) => list.length > 0);

/** What customers bought together in online-retail; the last fifth is asked about. */
export function retailBaskets(folder: string): Split {
  const baskets = readOnlineRetail(folder)
    .invoices.filter(({ number, customer }) => /^\d/.test(number) && customer)
    .map(({ lines }) =>
      lines.filter(({ quantity, sku }) => quantity > 0 && !shippingCodes.has(sku)),
    )
    .map((lines) => [...new Set(lines.map(({ sku }) => sku))])
    .filter((basket) => basket.length > 1);
  const cut = Math.floor(baskets.length * 0.8);
  return { train: baskets.slice(0, cut), test: baskets.slice(cut) };
}
