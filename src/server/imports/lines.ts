import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { ImportImpossible } from './importer.ts';
import { splitLines } from './split-lines.ts';

/** The lines of several files as one import, and where each of them stood. */
export interface Lines extends AsyncIterable<string> {
  /** Bytes of all files. */
  readonly total: number;
  /** Bytes read so far. */
  read(): number;
  /** The file and line of the nth line of all, from 1. */
  placeOf(position: number): { file: string; line: number };
}

export async function linesOf(files: readonly string[]): Promise<Lines> {
  const sizes = await Promise.all(files.map(sizeOf));
  const starts: { file: string; before: number }[] = [];
  let read = 0;
  let count = 0;

  async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
    for await (const part of createReadStream(file)) {
      read += (part as Buffer).length;
      yield part as Buffer;
    }
  }

  return {
    total: sizes.reduce((sum, size) => sum + size, 0),
    read: () => read,
    placeOf(position) {
      const start = starts.findLast(({ before }) => before < position);
      return { file: start?.file ?? '', line: position - (start?.before ?? 0) };
    },
    // TextDecoder drops the mark that some programs begin a file with.
    async *[Symbol.asyncIterator]() {
      for (const file of files) {
        starts.push({ file, before: count });
        for await (const line of splitLines(bytesOf(file), file)) {
          count += 1;
          yield line;
        }
      }
    },
  };
}

async function sizeOf(file: string): Promise<number> {
  const stats = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new ImportImpossible(`There is no file ${file}.`);
    throw error;
  });
  if (!stats.isFile()) throw new ImportImpossible(`${file} is not a file.`);
  return stats.size;
}
