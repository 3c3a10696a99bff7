import { html, type TemplateResult } from 'lit/html.js';

/** A QR code as the backend draws it. */
export interface Qr {
  /** Of the square, in modules, with the light edge around it. */
  size: number;
  /** Its dark modules, as an SVG path. */
  path: string;
}

const LIGHT = '#fff';
const DARK = '#101214';
/** Pixels to a module, of a picture to keep. */
const SCALE = 12;

/** Dark on light whatever the colours around it. */
export const qr = ({ size, path }: Qr, label: string): TemplateResult =>
  html`<span class="qr" role="img" aria-label=${label}>
    <svg viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges" aria-hidden="true">
      <rect width="100%" height="100%" fill=${LIGHT} /><path d=${path} fill=${DARK} />
    </svg>
  </span>`;

/** The same as a picture to keep. */
export async function qrPicture({ size, path }: Qr): Promise<Blob> {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = size * SCALE;
  const pen = canvas.getContext('2d')!;
  pen.scale(SCALE, SCALE);
  pen.fillStyle = LIGHT;
  pen.fillRect(0, 0, size, size);
  pen.fillStyle = DARK;
  pen.fill(new Path2D(path));
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture was made')))),
  );
}
