/**
 * A tag that changes with the text: two 32-bit multiply-and-fold hashes side by side. It guards
 * nothing, so it need not withstand anybody, and a digest would cost more than making the text.
 */
export function etagOf(text: string): string {
  let one = 0xdeadbeef;
  let other = 0x41c6ce57;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    one = Math.imul(one ^ unit, 0x9e3779b1);
    other = Math.imul(other ^ unit, 0x5f356495);
    one ^= one >>> 15;
    other ^= other >>> 13;
  }
  const hex = (part: number) => (part >>> 0).toString(16).padStart(8, '0');
  return `"${text.length.toString(16)}-${hex(one)}${hex(other)}"`;
}

/** Does the reader have it already? A weak tag names the same text. */
export const isKnown = (request: Request, etag: string): boolean =>
  (request.headers.get('if-none-match') ?? '')
    .split(',')
    .some((tag) => tag.trim().replace(/^W\//, '') === etag || tag.trim() === '*');
