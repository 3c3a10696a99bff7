/** Where a page ended. Opaque to the reader: base64url of the last row's place in the order. */
export const cursorAt = (at: string, id: string): string => {
  const bytes = new TextEncoder().encode(JSON.stringify([at, id]));
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
};

/** Undefined when it is none of ours: then the first page is answered. */
export function readCursor(cursor: string): { at: string; id: string } | undefined {
  let parsed: unknown;
  try {
    const text = atob(cursor.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(text, (letter) => letter.codePointAt(0)!);
    parsed = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    return undefined;
  }
  if (!Array.isArray(parsed) || parsed.length !== 2) return undefined;
  const [at, id] = parsed as unknown[];
  return isStorable(at) && isStorable(id) ? { at, id } : undefined;
}

/** A cursor somebody made up may hold a NUL, or half a letter, which not every engine takes. */
const isStorable = (part: unknown): part is string =>
  typeof part === 'string' && !/\0|\p{Surrogate}/u.test(part);
