const MOST = 30;

/** What is not for whoever uses this device, the latest last. A device that keeps nothing forgets it with the page. */
export interface Dismissed {
  ids(): readonly string[];
  add(product: string): void;
  remove(product: string): void;
}

export function dismissedOf(key: string): Dismissed {
  let mine: readonly string[] = [];
  const read = (): readonly string[] => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
      return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string') : mine;
    } catch {
      return mine;
    }
  };
  const write = (ids: readonly string[]) => {
    mine = ids.slice(-MOST);
    try {
      localStorage.setItem(key, JSON.stringify(mine));
    } catch {
      // nothing is kept here: it holds as long as the page
    }
  };
  return {
    ids: read,
    add: (product) => write([...read().filter((id) => id !== product), product]),
    remove: (product) => write(read().filter((id) => id !== product)),
  };
}
