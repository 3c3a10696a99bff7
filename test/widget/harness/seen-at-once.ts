/** A page that is tested beside another one is not drawn, and nothing in it is ever seen. */
class SeenAtOnce extends IntersectionObserver {
  readonly #seen: IntersectionObserverCallback;
  constructor(seen: IntersectionObserverCallback) {
    super(() => undefined);
    this.#seen = seen;
  }
  override observe(): void {
    queueMicrotask(() => this.#seen([{ isIntersecting: true } as IntersectionObserverEntry], this));
  }
}

/** From now on all is in view; answers how to end that. */
export function seeAtOnce(): () => void {
  const real = globalThis.IntersectionObserver;
  globalThis.IntersectionObserver = SeenAtOnce;
  return () => {
    globalThis.IntersectionObserver = real;
  };
}
