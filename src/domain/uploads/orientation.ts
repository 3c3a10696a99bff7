import { startsWith } from './bytes.ts';

const ORIENTATION = 0x0112;
const ENTRY = 12;
/** APP1 of big-endian Exif, whose one directory has one entry, a short: what it says is missing. */
const HEAD = [
  ...[0xff, 0xe1, 0, 34, ...[...'Exif\0\0MM'].map((letter) => letter.charCodeAt(0))],
  ...[0, 42, 0, 0, 0, 8, 0, 1, ORIENTATION >> 8, ORIENTATION & 0xff, 0, 3, 0, 0, 0, 1, 0],
];

/** Of all that Exif tells, how the picture is to be turned: else it would lie on its side. */
export function orientationSegment(exif: Uint8Array): Uint8Array {
  const turned = orientationIn(exif.subarray(6));
  if (turned === undefined || turned === 1) return new Uint8Array();
  return Uint8Array.of(...HEAD, turned, 0, 0, 0, 0, 0, 0);
}

/** 1 to 8, as TIFF numbers them. */
function orientationIn(tiff: Uint8Array): number | undefined {
  const isLittle = startsWith(tiff, 'II');
  if (tiff.length < 8 || !(isLittle || startsWith(tiff, 'MM'))) return undefined;
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.byteLength);
  const first = view.getUint32(4, isLittle);
  const count = first + 2 <= tiff.length ? view.getUint16(first, isLittle) : 0;
  for (let nth = 0, at = first + 2; nth < count && at + ENTRY <= tiff.length; nth++, at += ENTRY)
    if (view.getUint16(at, isLittle) === ORIENTATION) {
      const turned = view.getUint16(at + 8, isLittle);
      return turned >= 1 && turned <= 8 ? turned : undefined;
    }
  return undefined;
}
