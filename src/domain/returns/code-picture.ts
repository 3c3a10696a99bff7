import { correction, generate } from 'lean-qr/nano';
import type { CodePicture } from '../../contract/returns.ts';

/** Light modules around it, as ISO/IEC 18004 asks for: readers look for them. */
const QUIET = 4;

/** A code as a QR code that is read off a screen at a counter. */
export function pictureOf(code: string): CodePicture {
  const { size, get } = generate(code, { minCorrectionLevel: correction.M });
  const runs: string[] = [];
  for (let y = 0; y < size; y++)
    for (let x = 0; x < size; x++) {
      const from = x;
      while (get(x, y)) x++;
      if (x > from) runs.push(`M${from + QUIET} ${y + QUIET}h${x - from}v1h${from - x}z`);
    }
  return { size: size + 2 * QUIET, path: runs.join('') };
}
