// Leaves Playwright's counts and what failed in a file, and says which tests were skipped and why.
import { readFileSync, writeFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

export default class Counter {
  #results = new Map();
  #errors = [];

  onError({ message }) {
    this.#errors.push(`  FAILED beside the tests\n${message}\n`);
  }

  onTestEnd(test) {
    this.#results.set(test.id, test);
  }

  onEnd() {
    const failures = [...this.#errors];
    const counts = { passed: 0, failed: failures.length, skipped: 0, failures };
    for (const test of this.#results.values()) {
      const outcome = test.outcome();
      if (outcome === 'expected') counts.passed += 1;
      else if (outcome !== 'skipped') {
        counts.failed += 1;
        failures.push(told(test));
      } else {
        counts.skipped += 1;
        const reason = test.annotations.find(({ type }) => type === 'skip')?.description;
        console.log(`  skipped: ${test.title}${reason ? ` (${reason})` : ''}`);
      }
    }
    if (process.env.FD_COUNTS) writeFileSync(process.env.FD_COUNTS, JSON.stringify(counts));
  }

  printsToStdio() {
    return false;
  }
}

/** With what the page showed then: of a machine that is gone nothing else is left. */
function told({ title, location, results }) {
  const { errors, attachments } = results.at(-1);
  const place = `${relative('.', location.file)}:${location.line}`;
  const shown = attachments.filter(({ name, path }) => name === 'error-context' && path);
  return [
    `  FAILED ${title}  ${place}`,
    ...errors.map(({ message }) => stripVTControlCharacters(message)),
    ...shown.map(({ path }) => snapshotIn(readFileSync(path, 'utf8'))),
    '',
  ].join('\n');
}

const snapshotIn = (context) =>
  context.split(/^# /m).find((part) => part.startsWith('Page snapshot')) ?? '';
