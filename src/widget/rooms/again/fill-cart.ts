import { addToCart } from '../../cart/add-to-cart.ts';
import type { CartAnswer, CartItem, CartReason, CartRefusal } from '../../cart/cart.ts';
import { list } from '../../locales/figures.ts';
import type { Say } from '../../locales/words.ts';
import type { Desk } from '../../stores/desk.ts';
import type { Offer } from './again-offers.ts';

export interface Filled {
  answer: CartAnswer;
  /** What is in the cart. */
  added: readonly Offer[];
  /** Why some of it is not, in words. */
  refused?: string;
}

/** Puts what was chosen into the shop's cart, and says what came of it. */
export async function fillCart(
  from: EventTarget,
  chosen: readonly Offer[],
  { config, words, announce }: Desk,
): Promise<Filled> {
  const answer = await addToCart(from, itemsOf(chosen), config.cart ?? '');
  const out = new Set(answer.refused?.flatMap(({ variants }) => variants));
  const added = chosen.filter(({ line }) => !out.has(line.variant));
  if (answer.refused?.length)
    return { answer, added, refused: refusedText(answer.refused, chosen, added, words) };
  announce(words.text(answer.isLeaving ? 'cartOpens' : 'inCart'));
  return { answer, added };
}

/** As the cart takes it: a variant once, however often it was chosen. */
function itemsOf(chosen: readonly Offer[]): CartItem[] {
  const items = new Map<string, CartItem>();
  for (const { line, units } of chosen) {
    const { product, variant, sku } = line;
    const quantity = units + (items.get(variant)?.quantity ?? 0);
    items.set(variant, { product, variant, ...(sku !== undefined && { sku }), quantity });
  }
  return [...items.values()];
}

const WORDS = { sold_out: 'cartSoldOut', refused: 'cartRefused' } as const;
const PLAIN = { one_at_a_time: 'cartOneAtATime', unreachable: 'cartSilent' } as const;
const isPlain = (reason: CartReason): reason is keyof typeof PLAIN => reason in PLAIN;

/** Why the cart has not taken it: its own sentence where it has one; and what it has taken. */
function refusedText(
  refused: readonly CartRefusal[],
  chosen: readonly Offer[],
  added: readonly Offer[],
  words: Say,
): string {
  const named = (offers: readonly Offer[]) =>
    list([...new Set(offers.map(({ line }) => line.name))], words);
  const why = refused.map(({ variants, reason, text }) => {
    if (text) return text;
    if (isPlain(reason)) return words.text(PLAIN[reason]);
    const what = named(chosen.filter(({ line }) => variants.includes(line.variant)));
    return words.text(WORDS[reason] ?? 'cartRefused', { what });
  });
  const rest = added.length ? [words.text('inCartAlready', { what: named(added) })] : [];
  return [...new Set([...why, ...rest])].join(' ');
}
