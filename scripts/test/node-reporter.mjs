// Reads node:test's events: prints failures and skips as they come, leaves the counts, what failed and
// the figures that tests tell in a file.
import { writeFileSync } from 'node:fs';
import { relative } from 'node:path';

const FIGURE = /^figure: /;
const showOutput = process.env.FD_DEEP === '1' || process.env.FD_SHOW === '1';
/** Where a compiled file comes from; any other text as it is. */
const told = (text) => text.replace(/^.*\/tests-\w+\/(.*)\.js$/, '$1.ts');
const place = ({ file }) => (file ? relative('.', told(file)) : '');

export default async function* report(source) {
  const counts = { passed: 0, failed: 0, skipped: 0, failures: [], figures: [] };
  const failed = (said) => {
    counts.failed += 1;
    counts.failures.push(said);
    return said;
  };
  const all = () => counts.passed + counts.failed + counts.skipped;
  /** How many were told when the last file ended, or the last of its tests. */
  let before = 0;
  for await (const { type, data } of source) {
    if (type === 'test:stderr' || (type === 'test:stdout' && showOutput)) yield data.message;
    if (type === 'test:diagnostic' && FIGURE.test(data.message))
      counts.figures.push(data.message.replace(FIGURE, ''));
    if (type === 'test:diagnostic' && showOutput && !/^\w+ [\d.]+$/.test(data.message))
      yield `  ${data.message}\n`;
    if (type !== 'test:pass' && type !== 'test:fail') continue;
    const { details, skip } = data;
    if (isFileOfGroup(data) ? all() === before || failsItself(data) : isWholeFile(data)) {
      // A file without a single test would count as one that passed.
      yield failed(`  FAILED ${told(data.name)} ended without a test\n${explain(details?.error)}`);
    } else if (skip !== undefined) {
      counts.skipped += 1;
      yield `  skipped: ${data.name}${typeof skip === 'string' ? ` (${skip})` : ''}\n`;
    } else if (details?.type === 'suite') {
      // told by its tests; of one that is left out nothing inside it is told
    } else if (type === 'test:fail' || data.todo !== undefined) {
      yield failed(`  FAILED ${told(data.name)}  ${place(data)}\n${explain(details?.error)}`);
    } else counts.passed += 1;
    if (data.nesting === 0) before = all();
  }
  writeFileSync(process.env.FD_COUNTS, JSON.stringify(counts));
}

/** Node tells a file as a test of its own where no test inside it was told. */
const isWholeFile = ({ file, name }) => name.endsWith('.js') && file?.endsWith(name);

/** Files that share a process are a suite each, which is told after its tests. */
const isFileOfGroup = ({ details, name }) => details?.type === 'suite' && name.endsWith('.test.js');

/** A suite whose tests fail is told by them; one that cannot even be read is not. */
const failsItself = ({ details: { error } }) =>
  error !== undefined && error.failureType !== 'subtestsFailed';

function explain(error) {
  const cause = error?.cause ?? error;
  const text = cause?.stack ?? String(cause ?? 'no reason given');
  return `${text}\n`.replace(/^/gm, '    ').replace(/ +$/, '');
}
