import { joined, startsWith } from './bytes.ts';
import { orientationSegment } from './orientation.ts';

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP1 = 0xe1;
const APP2 = 0xe2;
const ADOBE = 0xee;
const COMMENT = 0xfe;
const isApp = (marker: number): boolean => (marker & 0xf0) === APP0;

/**
 * A JPEG with nothing in it but the picture and how it is to be shown: no place, time, camera, words
 * or thumbnail (a cut picture's may show what was cut away), and nothing behind its end. Undefined:
 * it is none, or not whole.
 */
export function bareJpeg(bytes: Uint8Array): Uint8Array<ArrayBuffer> | undefined {
  if (!startsWith(bytes, [0xff, SOI, 0xff])) return undefined;
  const kept = [bytes.subarray(0, 2)];
  let hasPicture = false;
  for (let at = 2; ;) {
    // any marker may be filled up in front
    while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at += 1;
    const marker = bytes[at] === 0xff ? bytes[at + 1] : undefined;
    if (marker === EOI && hasPicture) return joined([...kept, bytes.subarray(at, at + 2)]);
    const from = at + 4;
    const to = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0));
    if (marker === undefined || to < from || to > bytes.length) return undefined;
    const end = marker === SOS ? endOfScan(bytes, to) : to;
    kept.push(wanted(marker, bytes.subarray(at, end), bytes.subarray(from, to)));
    hasPicture ||= marker === SOS;
    at = end;
  }
}

/** What stays of a segment. */
function wanted(marker: number, segment: Uint8Array, payload: Uint8Array): Uint8Array {
  if (marker === APP0) return isNamed(payload, 'JFIF') ? bareJfif(payload) : none;
  if (marker === APP1) return isNamed(payload, 'Exif') ? orientationSegment(payload) : none;
  if (marker === APP2) return isNamed(payload, 'ICC_PROFILE') ? segment : none;
  if (marker === ADOBE) return isNamed(payload, 'Adobe', '') ? segment : none;
  return isApp(marker) || marker === COMMENT ? none : segment;
}

const none = new Uint8Array();

/** Version and density; the sides of its thumbnail are none. */
const bareJfif = (payload: Uint8Array): Uint8Array =>
  joined([Uint8Array.of(0xff, APP0, 0, 16), payload.subarray(0, 12), Uint8Array.of(0, 0)]);

const isNamed = (payload: Uint8Array, name: string, end = '\0'): boolean =>
  startsWith(payload, name + end);

/** The first marker behind the data of a scan; in the data, 0xff is followed by 0 or a restart. */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = from; ; at += 2) {
    at = bytes.indexOf(0xff, at);
    if (at < 0) return bytes.length;
    const next = bytes[at + 1];
    const isData = next === 0 || (next !== undefined && next >= 0xd0 && next <= 0xd7);
    if (!isData) return at;
  }
}
