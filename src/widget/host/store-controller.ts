import type { ReadableAtom } from 'nanostores';
import type { Controller, ReactiveElement } from './reactive-element.ts';

/**
 * Renders its host again when one of the stores changes. They are asked for at each update, so a
 * room that shows another order listens to that one; a host out of the page listens to none.
 */
export class StoreController implements Controller {
  readonly #host: ReactiveElement;
  readonly #stores: () => readonly ReadableAtom<unknown>[];
  #listening = new Map<ReadableAtom<unknown>, () => void>();

  constructor(host: ReactiveElement, stores: () => readonly ReadableAtom<unknown>[]) {
    this.#host = host;
    this.#stores = stores;
    host.addController(this);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdate(): void {
    const wanted = new Set(this.#stores());
    for (const [store, off] of this.#listening) {
      if (wanted.has(store)) continue;
      off();
      this.#listening.delete(store);
    }
    for (const store of wanted) {
      if (this.#listening.has(store)) continue;
      this.#listening.set(
        store,
        store.listen(() => this.#host.requestUpdate()),
      );
    }
  }

  hostDisconnected(): void {
    for (const off of this.#listening.values()) off();
    this.#listening.clear();
  }
}
