import type { UploadType } from '../../contract/uploads.ts';
import { bareJpeg } from './jpeg.ts';
import { barePng } from './png.ts';
import { bareWebp } from './webp.ts';

const bare: Readonly<
  Record<UploadType, (bytes: Uint8Array) => Uint8Array<ArrayBuffer> | undefined>
> = {
  'image/jpeg': bareJpeg,
  'image/png': barePng,
  'image/webp': bareWebp,
};

/**
 * A picture as it is kept: what shows it, and nothing of where and when it was taken, or by whom.
 * Undefined: it is no whole picture of the type it is said to be, by what its bytes say.
 */
export const barePicture = (
  type: UploadType,
  bytes: Uint8Array,
): Uint8Array<ArrayBuffer> | undefined => bare[type](bytes);
