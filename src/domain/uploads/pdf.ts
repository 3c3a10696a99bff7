import { asciiOf, startsWith } from './bytes.ts';

/** Readers look for the end of a document so far from its last byte. */
const TAIL = 1024;

/**
 * A PDF as it came: what it holds is not looked through, so it is only ever saved, never shown.
 * Undefined: it does not begin as one, or is cut off.
 */
export function wholePdf(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (!startsWith(bytes, '%PDF-1.') && !startsWith(bytes, '%PDF-2.')) return undefined;
  return asciiOf(bytes.subarray(-TAIL)).includes('%%EOF') ? new Uint8Array(bytes) : undefined;
}
