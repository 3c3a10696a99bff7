import type { Controller, ReactiveElement } from '../../widget/host/reactive-element.ts';

export interface Keys {
  /** Whether keys do anything now. */
  isOn(): boolean;
  /** What they do, by what is pressed: a key, or two with a blank between. */
  by(): Readonly<Record<string, () => void>>;
  /** Escape; from this field, where somebody types in one. */
  leave(field: HTMLElement | undefined): void;
}

/** Letters rest while somebody types, and leave the browser's own keys alone. */
export class KeyPresses implements Controller {
  readonly #page: Document;
  readonly #keys: Keys;
  #first = '';

  constructor(host: ReactiveElement, keys: Keys) {
    this.#page = host.ownerDocument;
    this.#keys = keys;
    host.addController(this);
  }
  hostConnected(): void {
    this.#page.addEventListener('keydown', this.#onKey);
  }
  hostDisconnected(): void {
    this.#page.removeEventListener('keydown', this.#onKey);
  }

  #onKey = (event: KeyboardEvent): void => {
    if (this.#keys.isOn() && isPalette(event)) {
      event.preventDefault();
      return this.#keys.by()['mod k']?.();
    }
    if (!this.#keys.isOn() || event.ctrlKey || event.metaKey || event.altKey) return;
    const [target] = event.composedPath();
    const field = target instanceof HTMLElement && isField(target) ? target : undefined;
    if (event.key === 'Escape') return this.#keys.leave(field);
    if (field) return;
    const by = this.#keys.by();
    const act = by[`${this.#first} ${event.key}`] ?? by[event.key];
    this.#first = event.key;
    act?.();
    if (act) event.preventDefault();
  };
}

/** ⌘K, or Ctrl K: while somebody types, too. */
const isPalette = (event: KeyboardEvent): boolean =>
  (event.metaKey || event.ctrlKey) && !event.altKey && !event.shiftKey && event.key === 'k';

/** A field of a dialog that has just closed may still have the focus: nobody types there. */
const isField = (target: HTMLElement): boolean =>
  target.matches('input:not([type="checkbox"]), textarea, select, [contenteditable]') &&
  target.getClientRects().length > 0;
