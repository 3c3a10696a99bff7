import { pointerTo } from './pointers.ts';

// A NUL ends a string in C, half a surrogate pair has no UTF-8: neither can be stored as it came.
const unstorable = /[\0\p{Surrogate}]/u;
const MAX_DEPTH = 32;

/** Where in a value there is text no storage can keep; undefined when it is fine. */
export function textFaultIn(value: unknown, path: PropertyKey[] = []): string | undefined {
  if (typeof value === 'string') return unstorable.test(value) ? pointerTo(path) : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  if (path.length >= MAX_DEPTH) return pointerTo(path);
  for (const [key, inner] of Object.entries(value)) {
    const found = unstorable.test(key) ? pointerTo(path) : textFaultIn(inner, [...path, key]);
    if (found !== undefined) return found;
  }
  return undefined;
}
