/** What a shopper is about to save, or to take off again. */
export interface WishlistChange {
  readonly product: string;
  readonly variant: string | undefined;
  /** True where it is saved from now on. */
  readonly saved: boolean;
}

/** A shopper saves something, or takes it off again. Where a page stops it, nothing happens. */
export class FdWishlistChangeEvent extends CustomEvent<WishlistChange> {
  constructor(detail: WishlistChange) {
    super('fd-wishlist-change', { bubbles: true, composed: true, cancelable: true, detail });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fd-wishlist-change': FdWishlistChangeEvent;
  }
}
