import { asciiOf, joined, startsWith } from './bytes.ts';

/** Chunks that a picture is shown by. */
const shown: ReadonlySet<string> = new Set([
  ...['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP'],
]);
const pictures: ReadonlySet<string> = new Set(['VP8 ', 'VP8L', 'ANMF']);
const HEAD = 12;
/** Bits of VP8X that promise Exif and XMP. */
const TOLD = 0x0c;

/** A WebP without Exif, XMP and what nobody knows. Undefined: it is none, or not whole. */
export function bareWebp(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (!startsWith(bytes, 'RIFF') || !startsWith(bytes.subarray(8), 'WEBP')) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const whole = view.getUint32(4, true) + 8;
  if (whole > bytes.length) return undefined;
  const kept = [bytes.subarray(0, HEAD)];
  let hasPicture = false;
  for (let at = HEAD; at + 8 <= whole;) {
    const size = view.getUint32(at + 4, true);
    const type = asciiOf(bytes.subarray(at, at + 4));
    // each begins at an even place
    const end = at + 8 + size + (size % 2);
    if (end > whole) return undefined;
    if (shown.has(type)) kept.push(bytes.subarray(at, end));
    hasPicture ||= pictures.has(type);
    at = end;
  }
  return hasPicture ? asOne(kept) : undefined;
}

function asOne(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const made = joined(parts);
  new DataView(made.buffer).setUint32(4, made.length - 8, true);
  if (startsWith(made.subarray(HEAD), 'VP8X')) made[HEAD + 8]! &= ~TOLD;
  return made;
}
