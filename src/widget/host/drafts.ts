/**
 * What a shopper has typed and not sent, by room. It outlives a reload and a closed panel, not the
 * tab and not a sign-out in any of them. Where storage is blocked or full it lives as long as the page.
 */
export interface Drafts {
  read<T>(name: string): T | undefined;
  /** Undefined forgets it. */
  write(name: string, draft: unknown): void;
  /** `everywhere`: by a mark in this browser also in tabs that do not hear of it. */
  clear(everywhere?: boolean): void;
}

export function createDrafts(desk: string): Drafts {
  const mark = `${desk}:left`;
  const [before, drafts] = stored(desk);
  /** The sign-out that all of these were typed after, by its mark. */
  let since = before;
  const keep = (everywhere?: boolean) => {
    try {
      if (drafts.size) sessionStorage.setItem(desk, JSON.stringify([since, ...drafts]));
      else sessionStorage.removeItem(desk);
      if (everywhere) localStorage.setItem(mark, `${Date.now()}`);
    } catch {
      // blocked or full: the page's memory has them
    }
  };
  const clear = (everywhere?: boolean) => {
    drafts.clear();
    keep(everywhere);
  };
  /** Without those of somebody who has left since. Marks are compared: a clock may be set back. */
  const theirs = () => {
    try {
      const last = localStorage.getItem(mark);
      if (last !== since) clear();
      since = last;
    } catch {
      // blocked: what this page hears of has to do
    }
    return drafts;
  };
  return {
    read: <T>(name: string) => theirs().get(name) as T | undefined,
    write(name, draft) {
      if (draft === undefined) theirs().delete(name);
      else theirs().set(name, draft);
      keep();
    },
    clear,
  };
}

function stored(desk: string): [since: string | null, drafts: Map<string, unknown>] {
  try {
    const [since, ...drafts] = JSON.parse(sessionStorage.getItem(desk)!);
    return [since, new Map(drafts)];
  } catch {
    return [null, new Map()];
  }
}
