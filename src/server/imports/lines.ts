import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { ImportImpossible } from './importer.ts';
import type { Fault } from '../../backend/services/import/row-faults.ts';
import { exportRows } from './csv/export-rows.ts';
import type { Settings } from './csv/made.ts';
import { decoded, splitLines } from './split-lines.ts';

/** The lines of several files as one import, and where each of them stood. */
export interface Lines extends AsyncIterable<string> {
  /** Bytes of all files. */
  readonly total: number;
  /** Bytes read so far. */
  read(): number;
  /** The file and line of the nth line of all, from 1. */
  placeOf(position: number): { file: string; line: number };
  /** What is wrong at the nth line where it came of no row of the import format. */
  faultAt(position: number): Fault | undefined;
}

/** Stands for records of which no row could be made. No import takes it; why, is known here. */
const NO_ROW = 'null';

/** @param settings what CSV files do not say; asked for with the first of them */
export async function linesOf(files: readonly string[], settings: () => Settings): Promise<Lines> {
  const sizes = await Promise.all(files.map(sizeOf));
  const starts: { file: string; before: number; lines?: number[] }[] = [];
  const faults = new Map<number, Fault>();
  let read = 0;
  let count = 0;

  async function* bytesOf(file: string): AsyncGenerator<Uint8Array> {
    for await (const part of createReadStream(file)) {
      read += (part as Buffer).length;
      yield part as Buffer;
    }
  }

  async function* rowsOf(file: string): AsyncGenerator<string> {
    if (!isCsv(file)) {
      yield* splitLines(bytesOf(file), file);
      return;
    }
    const lines: number[] = [];
    starts.at(-1)!.lines = lines;
    for await (const made of exportRows(decoded(bytesOf(file), file), file, settings)) {
      lines.push(made.line);
      if ('fault' in made) faults.set(count + 1, made.fault);
      yield 'row' in made ? JSON.stringify(made.row) : NO_ROW;
    }
  }

  return {
    total: sizes.reduce((sum, size) => sum + size, 0),
    read: () => read,
    placeOf(position) {
      const start = starts.findLast(({ before }) => before < position);
      const place = position - (start?.before ?? 0);
      return { file: start?.file ?? '', line: start?.lines?.[place - 1] ?? place };
    },
    faultAt: (position) => faults.get(position),
    async *[Symbol.asyncIterator]() {
      for (const file of files) {
        starts.push({ file, before: count });
        for await (const line of rowsOf(file)) {
          count += 1;
          yield line;
        }
      }
    },
  };
}

const isCsv = (file: string): boolean => /\.csv$/i.test(file);

async function sizeOf(file: string): Promise<number> {
  const stats = await stat(file).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new ImportImpossible(`There is no file ${file}.`);
    throw error;
  });
  if (!stats.isFile()) throw new ImportImpossible(`${file} is not a file.`);
  return stats.size;
}
