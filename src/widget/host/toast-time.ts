import type { Controller, ReactiveElement } from './reactive-element.ts';

const STAYS = 6000;

/** How long a toast stays: not while a shopper points at it or is in it. */
export class ToastTime implements Controller {
  readonly #gone: () => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveElement, gone: () => void) {
    this.#gone = gone;
    host.addController(this);
  }
  start = (): void => {
    this.stop();
    this.#timer = setTimeout(this.#gone, STAYS);
  };
  stop = (): void => clearTimeout(this.#timer);
  hostDisconnected(): void {
    this.stop();
  }
}
