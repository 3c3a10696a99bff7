/** A line of text on a page: where its baseline starts, from the lower left corner, in points. */
export interface PdfLine {
  text: string;
  x: number;
  y: number;
  size: number;
}

/**
 * A PDF of one page, in Helvetica, which knows Western European letters: others lose their accent
 * or become `?`.
 */
export function onePagePdf(
  page: { width: number; height: number },
  lines: readonly PdfLine[],
): Uint8Array {
  const shown = lines.map(
    ({ text, x, y, size }) => `BT /F1 ${size} Tf ${x} ${y} Td (${literal(text)}) Tj ET`,
  );
  const stream = shown.join('\n');
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${page.width} ${page.height}] /Contents 5 0 R /Resources << /Font << /F1 4 0 R >> >> >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>',
    `<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`,
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  const trailer = `trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${text.length}\n%%EOF\n`;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${table}${trailer}`;
  // all of it is ASCII: a character is a byte, and the offsets hold
  return new TextEncoder().encode(text);
}

/** As PDF 32000-1 §7.3.4.2 writes a string; beyond ASCII by its octal code. */
const literal = (text: string): string =>
  Array.from(text.normalize('NFC'), (char) => {
    const [letter = ''] = char > '\xff' ? char.normalize('NFKD') : char;
    const code = letter.codePointAt(0) ?? 0;
    if (letter === '(' || letter === ')' || letter === '\\') return `\\${letter}`;
    if (code >= 0x20 && code < 0x7f) return letter;
    return code >= 0xa0 && code <= 0xff ? `\\${code.toString(8)}` : '?';
  }).join('');
