import { html, type TemplateResult } from 'lit/html.js';
import { encode } from 'uqr';

/** Light modules around it, as ISO/IEC 18004 asks for: readers look for them. */
const QUIET = 4;

const modulesOf = (code: string) => encode(code, { ecc: 'M', border: QUIET }).data;

/** A QR code, dark on light whatever the colours around it. */
export function qr(code: string, label: string): TemplateResult {
  const rows = modulesOf(code);
  const path = rows
    .flatMap((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')))
    .join('');
  return html`<span class="qr" role="img" aria-label=${label}>
    <svg viewBox="0 0 ${rows.length} ${rows.length}" shape-rendering="crispEdges" aria-hidden="true">
      <rect width="100%" height="100%" fill="#fff" /><path d=${path} fill="#101214" />
    </svg>
  </span>`;
}

/** The same as a picture to keep. */
export async function qrPicture(code: string): Promise<Blob> {
  const rows = modulesOf(code);
  const side = 12;
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = rows.length * side;
  const pen = canvas.getContext('2d')!;
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.fillStyle = '#101214';
  rows.forEach((row, y) =>
    row.forEach((isDark, x) => isDark && pen.fillRect(x * side, y * side, side, side)),
  );
  return new Promise((done, fail) =>
    canvas.toBlob((blob) => (blob ? done(blob) : fail(new Error('no picture was made')))),
  );
}
