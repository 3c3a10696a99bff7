// Reads node:test's events: prints failures and skips as they come, leaves the counts in a file.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

const showOutput = process.env.FD_DEEP === '1' || process.env.FD_SHOW === '1';
/** Where a compiled file comes from; any other text as it is. */
const told = (text) => text.replace(/^.*\/tests-\w+\/(.*)\.js$/, '$1.ts');
const place = ({ file }) => (file ? relative('.', told(file)) : '');
/** What was to be run: a file that tells no test has not been tried. */
const silent = new Set(JSON.parse(process.env.FD_FILES ?? '[]'));

export default async function* report(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (type === 'test:stderr' || (type === 'test:stdout' && showOutput)) yield data.message;
    if (type === 'test:diagnostic' && showOutput && !/^\w+ [\d.]+$/.test(data.message))
      yield `  ${data.message}\n`;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    if (type === 'test:fail' || !isWholeFile(data)) silent.delete(place(data));
    // of a suite that is left out nothing inside it is told
    if (data.details?.type === 'suite' && data.skip === undefined && !failsItself(data)) continue;
    if (data.skip !== undefined) {
      counts.skipped += 1;
      yield `  skipped: ${data.name}${typeof data.skip === 'string' ? ` (${data.skip})` : ''}\n`;
    } else if (type === 'test:fail' || data.todo !== undefined) {
      counts.failed += 1;
      yield `  FAILED ${told(data.name)}  ${place(data)}\n${explain(data.details?.error)}`;
    } else if (!isWholeFile(data)) counts.passed += 1;
  }
  for (const file of silent) {
    // it would count as one that passed
    counts.failed += 1;
    yield `  FAILED ${file} ended without a test\n`;
  }
  writeFileSync(process.env.FD_COUNTS, JSON.stringify(counts));
}

/** Node tells a file as a test of its own where no test inside it was told. */
const isWholeFile = ({ file, name }) => name.endsWith('.js') && file?.endsWith(name);

/** A suite whose tests fail is told by them; one that cannot even be read is not. */
const failsItself = ({ details }) =>
  details.error !== undefined && details.error.failureType !== 'subtestsFailed';

function explain(error) {
  const cause = error?.cause ?? error;
  const text = cause?.stack ?? String(cause ?? 'no reason given');
  return `${text}\n`.replace(/^/gm, '    ').replace(/ +$/, '');
}
