import { refuseAll, type Cart, type CartItem } from './cart.ts';

/** `[PART|SEPARATOR]`: once for each item. */
const REPEATED = /\[([^\]|]*)\|([^\]]*)\]/g;

/**
 * A page of the shop that takes what to put in from its address: `/cart/[{variant}:{quantity}|,]`.
 * Without brackets the template is for one item alone.
 */
export const url: Cart = async (items, { said, base, go }) => {
  const isForSeveral = said.search(REPEATED) >= 0;
  if (items.length !== 1 && !isForSeveral) return refuseAll(items, 'one_at_a_time');
  const each = (_: string, part: string, separator: string) =>
    items.map((item) => fill(part, item)).join(separator);
  const [first] = items;
  const address = new URL(fill(said.replace(REPEATED, each), first), base);
  if (!/^https?:$/.test(address.protocol)) return refuseAll(items, 'unreachable');
  go(address.href);
  return { url: address.href, isLeaving: true };
};

/** Whatever a value is made of, it stays one value. */
const fill = (template: string, item: CartItem | undefined): string =>
  template.replace(/\{(product|variant|sku|quantity)\}/g, (_, name: keyof CartItem) =>
    encodeURIComponent(item?.[name] ?? ''),
  );
