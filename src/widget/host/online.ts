import { atom, type ReadableAtom } from 'nanostores';

/** Is there a network? A browser that says no is right; one that says yes may be wrong. */
export function createOnline(life: AbortSignal): ReadableAtom<boolean> {
  const $online = atom(navigator.onLine);
  for (const type of ['online', 'offline'])
    addEventListener(type, () => $online.set(navigator.onLine), { signal: life });
  return $online;
}
