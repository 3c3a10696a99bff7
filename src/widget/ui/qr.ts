import { html, type TemplateResult } from 'lit/html.js';
import { correction, generate } from 'lean-qr/nano';

/** Light modules around it, as ISO/IEC 18004 asks for: readers look for them. */
const QUIET = 4;
/** Pixels to a module, of a picture to keep. */
const SCALE = 12;

/** Its dark modules, and how many there are to a side. */
function modulesOf(code: string): { side: number; dark: { x: number; y: number }[] } {
  const bits = generate(code, { minCorrectionLevel: correction.M });
  const dark = [];
  for (let y = 0; y < bits.size; y++)
    for (let x = 0; x < bits.size; x++)
      if (bits.get(x, y)) dark.push({ x: x + QUIET, y: y + QUIET });
  return { side: bits.size + 2 * QUIET, dark };
}

/** A QR code, dark on light whatever the colours around it. */
export function qr(code: string, label: string): TemplateResult {
  const { side, dark } = modulesOf(code);
  const path = dark.map(({ x, y }) => `M${x} ${y}h1v1h-1z`).join('');
  return html`<span class="qr" role="img" aria-label=${label}>
    <svg viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges" aria-hidden="true">
      <rect width="100%" height="100%" fill="#fff" /><path d=${path} fill="#101214" />
    </svg>
  </span>`;
}

/** The same as a picture to keep. */
export async function qrPicture(code: string): Promise<Blob> {
  const { side, dark } = modulesOf(code);
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = side * SCALE;
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#101214';
  for (const { x, y } of dark) pen.fillRect(x * SCALE, y * SCALE, SCALE, SCALE);
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture was made')))),
  );
}
