import type { Controller, ReactiveElement } from './reactive-element.ts';

/** Rows come and go by so many at once. */
export const BLOCK = 20;
/** So far beyond what is seen, in px, rows are there already. */
const AHEAD = 1000;

/**
 * Keeps of a long list only the blocks of rows around what is seen; the others stand as empty boxes
 * of the height they had. A block with the focus in it stays. Blocks bear `data-block`, a name of
 * their own.
 */
export class RowWindow implements Controller {
  readonly #host: ReactiveElement;
  readonly #heights = new Map<string, number>();
  #shown = new Set<string>();
  #away: AbortController | undefined;

  constructor(host: ReactiveElement) {
    this.#host = host;
    host.addController(this);
  }

  /** Is this block to have its rows? `fresh`: it has them until it is first looked at. */
  has(block: string, fresh: boolean): boolean {
    if (fresh && !this.#heights.has(block)) this.#shown.add(block);
    return this.#shown.has(block);
  }

  /** How high an empty block of so many rows stands. */
  height(block: string, rows: number, usual: number): number {
    return this.#heights.get(block) ?? rows * usual;
  }

  hostConnected(): void {
    const { signal } = (this.#away = new AbortController());
    const options = { capture: true, passive: true, signal };
    // what scrolls is around the host, in the same tree; its event does not leave that tree
    this.#host.getRootNode().addEventListener('scroll', this.#look, options);
    window.addEventListener('resize', this.#look, options);
  }
  hostDisconnected(): void {
    this.#away?.abort();
  }
  hostUpdated(): void {
    // not before the host itself has put the focus where it belongs: its rows must stay
    void this.#host.updateComplete.then(this.#look);
  }

  #look = (): void => {
    const root = this.#host.renderRoot;
    // a closed panel has no places: nothing is near, and nothing far
    if (!this.#host.getClientRects().length) return;
    const focused = root.activeElement?.closest('[data-block]');
    const before = this.#shown;
    // what another choice shows stays as it was left
    const shown = new Set(before);
    for (const block of root.querySelectorAll<HTMLElement>('[data-block]')) {
      const name = block.dataset['block']!;
      const { top, bottom, height } = block.getBoundingClientRect();
      if (before.has(name)) this.#heights.set(name, height);
      const isNear = bottom > -AHEAD && top < innerHeight + AHEAD;
      if (isNear || block === focused) shown.add(name);
      else shown.delete(name);
    }
    if (shown.size === before.size && [...shown].every((name) => before.has(name))) return;
    this.#shown = shown;
    this.#host.requestUpdate();
  };
}
