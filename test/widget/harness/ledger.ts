/** Counts what is taken from the page and given back. */
export class Ledger {
  readonly listeners = new Map<string, number>();
  /** By their id, how long each was to take. */
  readonly timers = new Map<unknown, number | undefined>();
  #undo: (() => void)[] = [];

  constructor() {
    for (const target of [window, document]) this.#watch(target);
    const { setTimeout: set, clearTimeout: clear } = window;
    window.setTimeout = ((act: () => void, ms?: number) => {
      const id = set(() => {
        this.timers.delete(id);
        act();
      }, ms);
      this.timers.set(id, ms);
      return id;
    }) as typeof window.setTimeout;
    window.clearTimeout = ((id: number) => {
      this.timers.delete(id);
      clear(id);
    }) as typeof window.clearTimeout;
    this.#undo.push(() => Object.assign(window, { setTimeout: set, clearTimeout: clear }));
  }

  #watch(target: EventTarget): void {
    const add = target.addEventListener;
    const count = (type: string, by: number) =>
      this.listeners.set(type, (this.listeners.get(type) ?? 0) + by);
    target.addEventListener = function (this: EventTarget, type: string, ...rest) {
      count(type, 1);
      const options = rest[1];
      const signal = typeof options === 'object' ? options?.signal : undefined;
      signal?.addEventListener('abort', () => count(type, -1));
      add.call(target, type, ...rest);
    };
    this.#undo.push(() => {
      target.addEventListener = add;
    });
  }

  get held(): [string, number][] {
    return [...this.listeners].filter(([, count]) => count !== 0);
  }
  close(): void {
    for (const undo of this.#undo) undo();
  }
}
