/**
 * What a shopper has typed and not sent, by room. It outlives a reload and a closed panel, not the
 * tab and not a sign-out. Where storage is blocked or full it lives as long as the page.
 */
export interface Drafts {
  read<T>(name: string): T | undefined;
  /** Undefined forgets it. */
  write(name: string, draft: unknown): void;
  clear(): void;
}

export function createDrafts(desk: string): Drafts {
  const drafts = new Map<string, unknown>(Object.entries(stored(desk)));
  const keep = () => {
    try {
      if (drafts.size) sessionStorage.setItem(desk, JSON.stringify(Object.fromEntries(drafts)));
      else sessionStorage.removeItem(desk);
    } catch {
      // blocked or full: the page's memory has them
    }
  };
  return {
    read: <T>(name: string) => drafts.get(name) as T | undefined,
    write(name, draft) {
      if (draft === undefined) drafts.delete(name);
      else drafts.set(name, draft);
      keep();
    },
    clear() {
      drafts.clear();
      keep();
    },
  };
}

function stored(desk: string): object {
  try {
    const found: unknown = JSON.parse(sessionStorage.getItem(desk) ?? '{}');
    return typeof found === 'object' && found ? found : {};
  } catch {
    return {};
  }
}
