// Leaves Playwright's counts in a file, and says which tests were skipped and why.
import { writeFileSync } from 'node:fs';

export default class Counter {
  #results = new Map();
  #errors = 0;

  onError() {
    this.#errors += 1;
  }

  onTestEnd(test) {
    this.#results.set(test.id, test);
  }

  onEnd() {
    const counts = { passed: 0, failed: this.#errors, skipped: 0 };
    for (const test of this.#results.values()) {
      const outcome = test.outcome();
      if (outcome === 'expected') counts.passed += 1;
      else if (outcome !== 'skipped') counts.failed += 1;
      else {
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
