import { refuseAll, type Cart, type CartAnswer, type CartItem, type CartRefusal } from './cart.ts';
import { FdCartAddedEvent, FdCartAddEvent } from './cart-events.ts';
import { shopify } from './shopify.ts';
import { url } from './url.ts';
import { woocommerce } from './woocommerce.ts';

const carts: Readonly<Record<string, Cart>> = { shopify, woocommerce, url };

/**
 * Puts items into the shop's cart: the page hears of it first, and may do it itself; else it is done
 * as `how` says, which is what the `cart` attribute says. Never rejects.
 */
export async function addToCart(
  from: EventTarget,
  items: readonly CartItem[],
  how: string,
): Promise<CartAnswer> {
  const event = new FdCartAddEvent(items);
  from.dispatchEvent(event);
  try {
    const answer = event.defaultPrevented
      ? answerOf(await event.answer)
      : await byAdapter(items, how);
    const refused = new Set(answer.refused?.flatMap(({ variants }) => variants));
    const added = items.filter(({ variant }) => !refused.has(variant));
    if (added.length && !answer.isLeaving) from.dispatchEvent(new FdCartAddedEvent(added));
    return answer;
  } catch (error) {
    console.error(error);
    return refuseAll(items, 'unreachable');
  }
}

async function byAdapter(items: readonly CartItem[], how: string): Promise<CartAnswer> {
  const [, kind = '', said = ''] = /^(\w+):?(.*)$/s.exec(how.trim()) ?? [];
  const put = carts[kind];
  if (!put) {
    console.error('front-desk: nothing on this page took the fd-cart-add event');
    return refuseAll(items, 'unreachable');
  }
  return put(items, { said, base: document.baseURI, go: (url) => location.assign(url) });
}

/** What a page says of it is read as carefully as what a server says. */
function answerOf(told: unknown): CartAnswer {
  if (typeof told !== 'object' || told === null) return {};
  const { refused, url }: { refused?: unknown; url?: unknown } = told;
  return {
    ...(Array.isArray(refused) && { refused: refused.filter(isRefusal) }),
    ...(typeof url === 'string' && isWebAddress(url) && { url }),
  };
}

const isRefusal = (one: unknown): one is CartRefusal =>
  typeof one === 'object' &&
  one !== null &&
  'variants' in one &&
  Array.isArray(one.variants) &&
  (!('text' in one) || one.text === undefined || typeof one.text === 'string');

const isWebAddress = (url: string): boolean =>
  URL.canParse(url, document.baseURI) && /^https?:$/.test(new URL(url, document.baseURI).protocol);
