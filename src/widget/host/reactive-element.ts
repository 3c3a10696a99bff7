import { render } from 'lit/html.js';

/** One ability of an element, without markup. What it takes when connected it gives back after. */
export interface Controller {
  hostConnected?(): void;
  hostDisconnected?(): void;
  /** Before and after each update. */
  hostUpdate?(): void;
  hostUpdated?(): void;
}

/**
 * What we need of LitElement, by the same names: it renders again, once for all that has changed
 * until then, when one of its properties is set to something else. It reads and reflects no
 * attributes, and has no old browsers to please, which is most of what LitElement weighs.
 */
export abstract class ReactiveElement extends HTMLElement {
  static readonly styles: readonly CSSStyleSheet[] = [];
  /** The names of those properties. */
  static readonly properties: readonly string[] = [];

  readonly renderRoot: ShadowRoot = this.attachShadow({ mode: 'open' });
  /** The update that is on its way, else the last one. */
  updateComplete = Promise.resolve();

  readonly #controllers: Controller[] = [];
  #isPending = false;

  constructor() {
    super();
    const { styles, properties } = new.target;
    this.renderRoot.adoptedStyleSheets = [...styles];
    for (const name of properties) this.#watch(name);
  }

  connectedCallback(): void {
    this.requestUpdate();
    for (const one of this.#controllers) one.hostConnected?.();
  }
  disconnectedCallback(): void {
    for (const one of this.#controllers) one.hostDisconnected?.();
  }

  addController(controller: Controller): void {
    this.#controllers.push(controller);
  }

  /** Out of the page nothing is rendered: back in it, all that has changed is. */
  requestUpdate(): void {
    if (this.#isPending || !this.isConnected) return;
    this.#isPending = true;
    this.updateComplete = Promise.resolve().then(() => this.#update());
  }

  protected abstract render(): unknown;
  /** Before an update; what is set here belongs to it. */
  protected willUpdate(): void {}
  protected update(): void {
    const looks = this.render();
    // what changes from here on is for the next one
    this.#isPending = false;
    render(looks, this.renderRoot, { host: this });
  }
  /** After it. */
  protected updated(): void {}

  #update(): void {
    if (!this.isConnected) {
      this.#isPending = false;
      return;
    }
    try {
      this.willUpdate();
      for (const one of this.#controllers) one.hostUpdate?.();
      this.update();
    } finally {
      this.#isPending = false;
    }
    for (const one of this.#controllers) one.hostUpdated?.();
    this.updated();
  }

  #watch(name: string): void {
    let value: unknown;
    Object.defineProperty(this, name, {
      get: () => value,
      set: (next: unknown) => {
        if (Object.is(value, next)) return;
        value = next;
        this.requestUpdate();
      },
    });
  }
}
