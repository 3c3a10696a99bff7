import { pipeline, Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { ImportImpossible } from '../importer.ts';

/** One record of a CSV file; columns by their names in small letters. */
export interface CsvRecord {
  /** Where it begins: a quoted text may run over lines. */
  line: number;
  columns: Readonly<Record<string, string>>;
}

/**
 * The records of a CSV file, read as they come. `begin` is told the header first.
 *
 * @param source how messages call where the text comes from
 */
export async function* recordsOf(
  text: AsyncIterable<string>,
  source: string,
  begin: (header: string[]) => void,
): AsyncGenerator<CsvRecord> {
  // the parser is ahead of its reader: of what has been parsed, the last line
  let parsed = 1;
  const parser = parse({
    bom: true,
    info: true,
    relax_column_count: true,
    skip_empty_lines: true,
    on_record(record: Record<string, string>, { lines }) {
      parsed = lines;
      return record;
    },
    columns(header: string[]) {
      const names = header.map((name) => name.trim().toLowerCase());
      begin(names);
      return names;
    },
  });
  // a failure of the source comes out of the parser as well
  pipeline(Readable.from(plainEnds(text)), parser, () => {});
  let line = 2;
  try {
    for await (const { record, info } of parser as AsyncIterable<Parsed>) {
      yield { line, columns: record };
      line = info.lines + 1;
    }
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new ImportImpossible(
      `${source}: the record that begins at line ${parsed + 1} is no CSV. Export the file again, and do not edit it by hand.`,
    );
  }
}

/** The parser counts the two characters that end a line on Windows as two lines within quotes. */
async function* plainEnds(text: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const part of text) {
    const whole = rest + part;
    rest = whole.endsWith('\r') ? '\r' : '';
    yield (rest ? whole.slice(0, -1) : whole).replaceAll('\r\n', '\n');
  }
  yield rest;
}

interface Parsed {
  record: Record<string, string>;
  info: { lines: number };
}
