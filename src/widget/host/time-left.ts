import type { Controller, ReactiveElement } from './reactive-element.ts';

/**
 * Renders its host again each second while a moment is near, and tells when it has come. Far off,
 * or with the host out of the page, it does nothing.
 */
export class TimeLeft implements Controller {
  readonly #host: ReactiveElement;
  readonly #over: () => void;
  #until: string | undefined;
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(host: ReactiveElement, over: () => void) {
    this.#host = host;
    this.#over = over;
    host.addController(this);
  }

  /** Milliseconds until then; undefined where that is not near. */
  left(until: string | undefined): number | undefined {
    if (until !== this.#until) {
      this.#until = until;
      this.hostDisconnected();
    }
    const left = until ? Date.parse(until) - Date.now() : NEAR;
    if (left >= NEAR) return undefined;
    if (left > 0) this.#timer ??= setInterval(this.#tick, SECOND);
    return Math.max(0, left);
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }
  hostDisconnected(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
  }

  #tick = () => {
    this.#host.requestUpdate();
    if (Date.parse(this.#until!) > Date.now()) return;
    this.hostDisconnected();
    this.#over();
  };
}

const SECOND = 1000;
/** Further off than this, minutes are not counted. */
const NEAR = 100 * 60 * SECOND;
