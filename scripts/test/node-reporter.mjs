// Reads node:test's events: prints failures and skips as they come, leaves the counts in a file.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

const showOutput = process.env.FD_DEEP === '1' || process.env.FD_SHOW === '1';
/** Where a compiled file comes from; any other text as it is. */
const told = (text) => text.replace(/^.*\/tests-\w+\/(.*)\.js$/, '$1.ts');
const place = ({ file }) => (file ? relative('.', told(file)) : '');

export default async function* report(source) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for await (const { type, data } of source) {
    if (type === 'test:stderr' || (type === 'test:stdout' && showOutput)) yield data.message;
    if (type === 'test:diagnostic' && showOutput && !/^\w+ [\d.]+$/.test(data.message))
      yield `  ${data.message}\n`;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    // of a suite that is left out nothing inside it is told
    if (data.details?.type === 'suite' && data.skip === undefined) continue;
    if (data.skip !== undefined) {
      counts.skipped += 1;
      yield `  skipped: ${data.name}${typeof data.skip === 'string' ? ` (${data.skip})` : ''}\n`;
    } else if (type === 'test:fail' || data.todo !== undefined) {
      counts.failed += 1;
      yield `  FAILED ${told(data.name)}  ${place(data)}\n${explain(data.details?.error)}`;
    } else if (isWholeFile(data)) {
      // A file without a single test would count as one that passed.
      counts.failed += 1;
      yield `  FAILED ${told(data.name)} ended without a test\n`;
    } else counts.passed += 1;
  }
  writeFileSync(process.env.FD_COUNTS, JSON.stringify(counts));
}

/** Node tells a file as a test of its own where no test inside it was told. */
const isWholeFile = ({ file, name }) => name.endsWith('.js') && file?.endsWith(name);

function explain(error) {
  const cause = error?.cause ?? error;
  const text = cause?.stack ?? String(cause ?? 'no reason given');
  return `${text}\n`.replace(/^/gm, '    ').replace(/ +$/, '');
}
