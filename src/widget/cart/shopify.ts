import { ask } from './ask.ts';
import { refuseAll, type Cart } from './cart.ts';

/** What Shopify's storefronts tell their scripts: where the visitor's language begins. */
const rootOf = () =>
  (globalThis as { Shopify?: { routes?: { root?: string } } }).Shopify?.routes?.root;

/**
 * Shopify's Ajax API: all items in one request, all of them or none. Its sentence says what is sold
 * out, or how many are left, in the storefront's language; it has no codes.
 * https://shopify.dev/docs/api/ajax/reference/cart#post-locale-cart-add-js
 */
export const shopify: Cart = async (items, { said, base }) => {
  const root = new URL(said || rootOf() || '/', base);
  const numbers = items.map(({ variant }) => /\d+$/.exec(variant)?.[0]);
  if (!numbers.every(Boolean)) return refuseAll(items, 'refused');
  const answer = await ask(new URL('cart/add.js', root), {
    items: items.map(({ quantity }, at) => ({ id: Number(numbers[at]), quantity })),
  });
  if (answer?.ok) return { url: new URL('cart', root).href };
  const { description } = answer?.body ?? {};
  return typeof description === 'string'
    ? refuseAll(items, 'refused', description)
    : refuseAll(items, 'unreachable');
};
