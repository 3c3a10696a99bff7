import { isDocument, type ChosenFile } from './chosen-file.ts';

/** Longest side of a picture that is sent, and of the one that stands for it, in pixels. */
const LONGEST = 2000;
const THUMBNAIL = 168;
const QUALITY = 0.82;

export interface SmallPicture {
  file: Blob;
  thumbnail: HTMLCanvasElement;
}

/**
 * A picture small enough to be sent, and as a JPEG whatever it was: drawn anew, it has nothing left of
 * where and when it was taken. Undefined: this browser cannot open it.
 */
export async function smallPicture(file: Blob): Promise<SmallPicture | undefined> {
  const bitmap = await opened(file);
  if (!bitmap) return undefined;
  const { width, height } = bitmap;
  const scale = Math.min(1, LONGEST / Math.max(width, height));
  const drawn = canvasOf(bitmap, Math.round(width * scale) || 1, Math.round(height * scale) || 1);
  const small = await new Promise<Blob | null>((done) => drawn.toBlob(done, 'image/jpeg', QUALITY));
  const thumbnail = squareOf(bitmap);
  bitmap.close();
  return small ? { file: small, thumbnail } : undefined;
}

/** As a picture, made small; a document goes as it is. */
export const smallFile = async (file: Blob): Promise<ChosenFile | undefined> =>
  isDocument(file) ? { file } : smallPicture(file);

/** A canvas, as no Content-Security-Policy of the page has a say in it. */
export async function thumbnailOf(file: Blob): Promise<HTMLCanvasElement | undefined> {
  const bitmap = await opened(file);
  return bitmap && squareOf(bitmap);
}

const opened = (file: Blob): Promise<ImageBitmap | undefined> =>
  createImageBitmap(file).catch(() => undefined);

function squareOf(bitmap: ImageBitmap): HTMLCanvasElement {
  const { width, height } = bitmap;
  const side = Math.min(width, height);
  return canvasOf(bitmap, THUMBNAIL, THUMBNAIL, (width - side) / 2, (height - side) / 2, side);
}

function canvasOf(
  bitmap: ImageBitmap,
  width: number,
  height: number,
  ...[x = 0, y = 0, side]: number[]
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width, height });
  const pen = canvas.getContext('2d');
  if (!pen) return canvas;
  // a JPEG knows no transparency, and would make it black
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, width, height);
  pen.drawImage(bitmap, x, y, side ?? bitmap.width, side ?? bitmap.height, 0, 0, width, height);
  return canvas;
}
