import { relative } from 'node:path';
import { ImportUnfinished, type BadRow, type ImportReport } from '../../backend/services/import.ts';
import type { Settings } from '../imports/csv/made.ts';
import { ImportImpossible, type Importer, type ImportRequest } from '../imports/importer.ts';
import { linesOf, type Lines } from '../imports/lines.ts';
import { startProgress, type Progress } from './progress.ts';
import { CommandFailure, exits, type Terminal } from './terminal.ts';

/** So many bad rows are told one by one; after that their number is enough. */
const TOLD = 100;

/** Runs an import before the user's eyes. Throws when it was refused. */
export async function runImport(
  importer: Importer,
  request: ImportRequest,
  { files, settings }: { files: readonly string[]; settings: () => Settings },
  terminal: Terminal,
): Promise<ImportReport> {
  let progress: Progress | undefined;
  let writing: Progress | undefined;
  const bad: BadRow[] = [];
  try {
    const lines = await linesOf(files, settings);
    progress = startProgress(lines.total, 'bytes', terminal);
    const report = await importer(request, counted(lines, progress), (news) => {
      if ('bad' in news) {
        if (bad.length < TOLD) bad.push(news.bad);
        return;
      }
      progress?.stop();
      writing ??= startProgress(news.of, 'rows', terminal);
      writing.tell(news.writing);
    });
    tell(bad, report, lines, terminal);
    if (report.imported === 0 && report.bad > 0) throw refusal(report);
    return report;
  } catch (error) {
    if (error instanceof ImportImpossible)
      throw new CommandFailure(error.message, error.fault === 'wish' ? exits.usage : exits.failed);
    if (error instanceof ImportUnfinished) throw unfinished(error);
    throw error;
  } finally {
    progress?.stop();
    writing?.stop();
  }
}

async function* counted(lines: Lines, progress: Progress): AsyncGenerator<string> {
  for await (const line of lines) {
    yield line;
    progress.tell(lines.read());
  }
}

function tell(
  bad: readonly BadRow[],
  report: ImportReport,
  lines: Lines,
  { stderr, cwd }: Terminal,
) {
  for (const { position, ...told } of bad) {
    const { pointer, reason } = lines.faultAt(position) ?? told;
    const { file, line } = lines.placeOf(position);
    const place = `${relative(cwd, file)}:${line}`;
    stderr.write(`${[place, pointer, reason].filter(Boolean).join('  ')}\n`);
  }
  if (report.bad > bad.length) stderr.write(`… and ${report.bad - bad.length} more\n`);
}

const refusal = ({ rows, bad }: ImportReport): CommandFailure =>
  new CommandFailure(
    `Nothing was imported: ${count(bad)} of ${count(rows)} rows ${bad === 1 ? 'is' : 'are'} bad. ` +
      'Mend them, or leave them out with --skip-bad.',
    exits.refused,
  );

/** A server tells its log, and not us, what stood in the way. */
const unfinished = ({ message, cause }: ImportUnfinished): CommandFailure =>
  new CommandFailure(
    'Not all of the import could be written: ' +
      `${cause instanceof Error ? cause.message : 'the server’s log says why'}. ${message}`,
    exits.unfinished,
  );

export const count = (number: number): string => number.toLocaleString('en');
