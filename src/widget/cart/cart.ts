/** A variant, and how many of it. */
export interface CartItem {
  readonly product: string;
  readonly variant: string;
  /** The shop's own number of the variant. */
  readonly sku?: string | undefined;
  readonly quantity: number;
}

/**
 * Why something is not in the cart: there is none of it; the cart takes one thing at a time; it said
 * no; it did not answer, or nobody took it.
 */
export type CartReason = 'sold_out' | 'one_at_a_time' | 'refused' | 'unreachable';

export interface CartRefusal {
  /** The variants that are not in the cart. */
  readonly variants: readonly string[];
  readonly reason: CartReason;
  /** The cart's own sentence, in the page's language. */
  readonly text?: string | undefined;
}

export interface CartAnswer {
  /** What is not in the cart; nothing: all of it is. */
  readonly refused?: readonly CartRefusal[] | undefined;
  /** Where the cart can be seen. */
  readonly url?: string | undefined;
  /** The page itself is on its way there. */
  readonly isLeaving?: true;
}

/** What a cart needs of the page it is on. */
export interface CartPage {
  /** What the shop said after the kind of its cart: a root, or a template. */
  readonly said: string;
  /** What addresses are relative to. */
  readonly base: string;
  go(url: string): void;
}

/** Puts items into one kind of cart. */
export type Cart = (items: readonly CartItem[], page: CartPage) => Promise<CartAnswer>;

export const refuseAll = (
  items: readonly CartItem[],
  reason: CartReason,
  text?: string,
): CartAnswer => ({
  refused: [{ variants: items.map(({ variant }) => variant), reason, ...(text && { text }) }],
});
