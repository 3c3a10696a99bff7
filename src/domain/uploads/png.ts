import { asciiOf, joined, startsWith } from './bytes.ts';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
/** Chunks that a picture is shown by: the needed ones, colours, size, and frames of a moving one. */
const shown: ReadonlySet<string> = new Set([
  ...['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'iCCP', 'sRGB', 'cICP', 'sBIT'],
  ...['bKGD', 'pHYs', 'acTL', 'fcTL', 'fdAT'],
]);

/** A PNG without words, Exif, times and what nobody knows. Undefined: it is none, or not whole. */
export function barePng(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (!startsWith(bytes, SIGNATURE)) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const kept = [bytes.subarray(0, SIGNATURE.length)];
  for (let at = SIGNATURE.length; at + 12 <= bytes.length;) {
    const end = at + 12 + view.getUint32(at);
    const type = asciiOf(bytes.subarray(at + 4, at + 8));
    if (end > bytes.length || (kept.length === 1 && type !== 'IHDR')) return undefined;
    if (shown.has(type)) kept.push(bytes.subarray(at, end));
    if (type === 'IEND') return joined(kept);
    at = end;
  }
  return undefined;
}
