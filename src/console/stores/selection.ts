import { atom, type ReadableAtom } from 'nanostores';
import { MOST_CHANGED } from '../../contract/inbox-limits.ts';

/** Which rows of the list are selected. */
export interface Selection {
  $ids: ReadableAtom<ReadonlySet<string>>;
  toggle(id: string): void;
  /** From the row that was toggled last to this one, as they are listed. */
  reach(id: string, listed: readonly string[]): void;
  all(listed: readonly string[]): void;
  clear(): void;
}

export function createSelection(): Selection {
  const $ids = atom<ReadonlySet<string>>(new Set());
  let last: string | undefined;
  const put = (ids: Iterable<string>) => $ids.set(new Set([...ids].slice(0, MOST_CHANGED)));
  function toggle(id: string): void {
    const ids = new Set($ids.get());
    if (!ids.delete(id)) ids.add(id);
    last = id;
    put(ids);
  }
  return {
    $ids,
    toggle,
    reach(id, listed) {
      const from = last === undefined ? -1 : listed.indexOf(last);
      const to = listed.indexOf(id);
      if (from < 0 || to < 0) return toggle(id);
      put([...$ids.get(), ...listed.slice(Math.min(from, to), Math.max(from, to) + 1)]);
    },
    all: put,
    clear() {
      last = undefined;
      if ($ids.get().size) put([]);
    },
  };
}
