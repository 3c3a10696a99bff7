import type { UploadType } from '../../src/contract/uploads.ts';

/** What a picture should not tell. */
export const secrets = ['51.2194 N, 4.4025 E', 'taken by Mara Kern', 'behind its end'] as const;
const [PLACE, AUTHOR, BEHIND] = secrets;

/** The least that is a whole picture by its parts, with this for what it shows; no decoder would show it. */
export const aPicture = (type: UploadType, shown?: string): Uint8Array<ArrayBuffer> =>
  bytesOf(makers[type](false, 'MM', shown));

/** The same with all that cameras and programs write beside it; turned a quarter. */
export const aPrivatePicture = (
  type: UploadType,
  { order = 'MM' }: { order?: 'II' | 'MM' } = {},
): Uint8Array<ArrayBuffer> => bytesOf(makers[type](true, order) + BEHIND);

/** The least that is a whole document by its beginning and its end, with this in it. */
export const aPdf = (told = '1 0 obj'): Uint8Array<ArrayBuffer> =>
  bytesOf(`%PDF-1.7\n${told}\n%%EOF\n`);

type Make = (isPrivate: boolean, order: 'II' | 'MM', shown?: string) => string;

const bytesOf = (latin1: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(latin1, (letter) => letter.charCodeAt(0));
const chars = (...codes: number[]): string => String.fromCharCode(...codes);
const number = (value: number, size: 2 | 4, order: 'II' | 'MM'): string => {
  const bytes = Array.from({ length: size }, (_, at) => (value >>> (8 * at)) & 0xff);
  return chars(...(order === 'II' ? bytes : bytes.reverse()));
};

const segment = (marker: number, payload: string): string =>
  chars(0xff, marker) + number(payload.length + 2, 2, 'MM') + payload;

function exif(order: 'II' | 'MM'): string {
  const entry = (tag: number, value: number) =>
    number(tag, 2, order) +
    number(3, 2, order) +
    number(1, 4, order) +
    number(value, 2, order) +
    '\0\0';
  const entries = entry(0x0100, 640) + entry(0x0112, 6);
  const head = order + number(42, 2, order) + number(8, 4, order) + number(2, 2, order);
  return `Exif\0\0${head}${entries}${number(0, 4, order)}GPS ${PLACE}`;
}

const makers: Record<UploadType, Make> = {
  'image/jpeg': (isPrivate, order, shown = 'the picture') => {
    const told = isPrivate
      ? segment(0xe0, `JFIF\0${chars(1, 2, 0, 0, 1, 0, 1, 9, 9)}thumbnail ${PLACE}`) +
        segment(0xe1, exif(order)) +
        segment(0xe1, `http://ns.adobe.com/xap/1.0/\0${AUTHOR}`) +
        segment(0xe2, `MPF\0${PLACE}`) +
        segment(0xed, `Photoshop 3.0\0${AUTHOR}`) +
        segment(0xfe, AUTHOR)
      : segment(0xe0, `JFIF\0${chars(1, 2, 0, 0, 1, 0, 1, 0, 0)}`);
    const data = `${shown} ${chars(0xff, 0)} ${chars(0xff, 0xd0)} goes on`;
    const scan = segment(0xda, chars(1, 1, 0, 0, 63, 0)) + data;
    const body = segment(0xe2, 'ICC_PROFILE\0its colours') + segment(0xdb, 'table') + scan;
    // another scan, behind another table, with markers that are filled up
    const more = segment(0xc4, 'table') + chars(0xff, 0xff) + scan;
    return chars(0xff, 0xd8) + told + body + (isPrivate ? more : '') + chars(0xff, 0xd9);
  },
  'image/png': (isPrivate, _, drawn = 'the picture') => {
    const chunk = (type: string, data: string) =>
      `${number(data.length, 4, 'MM')}${type}${data}crc!`;
    const told = isPrivate
      ? chunk('eXIf', exif('MM').slice(6)) + chunk('iTXt', AUTHOR) + chunk('prVt', AUTHOR)
      : '';
    const shown = chunk('iCCP', 'its colours') + told + chunk('IDAT', drawn);
    return `${chars(0x89)}PNG\r\n${chars(0x1a)}\n${chunk('IHDR', 'its size')}${shown}${chunk('IEND', '')}`;
  },
  'image/webp': (isPrivate, _, drawn = 'the picture') => {
    const chunk = (type: string, data: string) =>
      type + number(data.length, 4, 'II') + data + (data.length % 2 ? '\0' : '');
    const told = isPrivate ? chunk('EXIF', exif('II')) + chunk('XMP ', AUTHOR) : '';
    const flags = chars(isPrivate ? 0x2c : 0x20) + '\0'.repeat(9);
    const shown = chunk('VP8X', flags) + chunk('ICCP', 'its colours') + chunk('VP8L', drawn);
    const inside = `WEBP${shown}${told}`;
    return `RIFF${number(inside.length, 4, 'II')}${inside}`;
  },
};
