import { ImportImpossible } from './importer.ts';

/**
 * Bytes to lines. Node's readline is no help here: it also splits at U+2028, which may stand in a
 * JSON string as it is.
 *
 * @param source how messages call where the bytes come from
 */
export async function* splitLines(
  bytes: AsyncIterable<Uint8Array>,
  source: string,
): AsyncGenerator<string> {
  let rest = '';
  const trimmed = (line: string) => (line.endsWith('\r') ? line.slice(0, -1) : line);
  for await (const text of decoded(bytes, source)) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield trimmed(line);
  }
  if (rest) yield trimmed(rest);
}

/** Bytes to text. TextDecoder drops the mark that some programs begin a file with. */
export async function* decoded(
  bytes: AsyncIterable<Uint8Array>,
  source: string,
): AsyncGenerator<string> {
  const utf8 = new TextDecoder('utf-8', { fatal: true });
  let lines = 0;
  const decode = (part?: Uint8Array): string => {
    try {
      return part ? utf8.decode(part, { stream: true }) : utf8.decode();
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      throw new ImportImpossible(
        `${source}: after line ${lines} it is not UTF-8. Save it as UTF-8 and try again.`,
      );
    }
  };
  for await (const part of bytes) {
    const text = decode(part);
    yield text;
    lines += text.split('\n').length - 1;
  }
  yield decode();
}
