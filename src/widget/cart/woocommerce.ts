import { ask, type Said } from './ask.ts';
import { refuseAll, type Cart, type CartAnswer, type CartItem, type CartRefusal } from './cart.ts';

const SOLD_OUT: ReadonlySet<unknown> = new Set([
  'woocommerce_rest_product_out_of_stock',
  'woocommerce_rest_product_partially_out_of_stock',
]);
const NONCE: ReadonlySet<unknown> = new Set([
  'woocommerce_rest_missing_nonce',
  'woocommerce_rest_invalid_nonce',
]);

/**
 * WooCommerce's Store API: one item at a time, each for itself. The cart is the one of the page's own
 * cookie, which a nonce protects; a Cart-Token would fill another cart than the page shows.
 * https://developer.woocommerce.com/docs/apis/store-api/resources-endpoints/cart/#add-item
 */
export const woocommerce: Cart = async (items, { said, base }) => {
  const cart = new URL('wc/store/v1/cart', new URL(said || '/wp-json/', base));
  const opened = await ask(cart);
  let nonce = opened?.headers.get('nonce');
  if (!nonce) return refuseAll(items, 'unreachable');

  const add = async ({ variant, quantity }: CartItem): Promise<Said | undefined> => {
    const item = { id: Number(variant), quantity };
    const answer = await ask(new URL(`${cart}/add-item`), item, { nonce: nonce! });
    // each answer brings the next one, a refused one too
    nonce = answer?.headers.get('nonce') ?? nonce;
    return answer;
  };
  const refused: CartRefusal[] = [];
  for (const item of items) {
    const first = await add(item);
    // it was of an older session, or a cache's
    const answer = NONCE.has(first?.body['code']) ? await add(item) : first;
    if (!answer?.ok) refused.push(...whyNot(item, answer));
  }
  if (refused.length < items.length) tellBlocks();
  return { refused };
};

function whyNot(item: CartItem, answer: Said | undefined): readonly CartRefusal[] {
  const { code, message } = answer?.body ?? {};
  const told: CartAnswer = SOLD_OUT.has(code)
    ? refuseAll([item], 'sold_out', plain(message))
    : answer?.status === 400
      ? refuseAll([item], 'refused', plain(message))
      : refuseAll([item], 'unreachable');
  return told.refused ?? [];
}

const CHARACTERS: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>' };

/** Its sentences are written for HTML. */
const plain = (text: unknown): string | undefined =>
  typeof text === 'string'
    ? text
        .replace(/<[^>]*>/g, '')
        .replace(/&#(\d{1,6});/g, (_, code: string) => String.fromCodePoint(Number(code)))
        .replace(/&(quot|amp|lt|gt);/g, (_, name: string) => CHARACTERS[name]!)
    : undefined;

/** Its own blocks show what is in the cart: they read it again when they hear this. */
function tellBlocks(): void {
  globalThis.document?.body.dispatchEvent(
    new CustomEvent('wc-blocks_added_to_cart', { bubbles: true }),
  );
}
