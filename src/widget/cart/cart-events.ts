import type { CartAnswer, CartItem } from './cart.ts';

export interface CartLines {
  readonly lines: readonly CartItem[];
}

/**
 * The shopper wants these in the shop's cart. The page may put them there itself: by
 * `preventDefault()`, or by `waitUntil()` where it wants the panel to say what came of it.
 */
export class FdCartAddEvent extends CustomEvent<CartLines> {
  #answer: Promise<unknown> | undefined;

  constructor(lines: readonly CartItem[]) {
    super('fd-cart-add', { bubbles: true, composed: true, cancelable: true, detail: { lines } });
  }

  /**
   * The page does it: the panel says that it is done once the promise is fulfilled, what was refused
   * where it is fulfilled with that, and that it did not work where it is rejected.
   */
  waitUntil(answer: Promise<CartAnswer | void>): void {
    this.preventDefault();
    this.#answer = answer;
  }

  /** What came of it; a page that has said no more has done it. */
  get answer(): Promise<unknown> | undefined {
    return this.#answer;
  }
}

/** These are in the shop's cart now: what shows how much there is in it may be drawn again. */
export class FdCartAddedEvent extends CustomEvent<CartLines> {
  constructor(lines: readonly CartItem[]) {
    super('fd-cart-added', { bubbles: true, composed: true, detail: { lines } });
  }
}

declare global {
  interface GlobalEventHandlersEventMap {
    'fd-cart-add': FdCartAddEvent;
    'fd-cart-added': FdCartAddedEvent;
  }
}
