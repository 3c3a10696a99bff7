import assert from 'node:assert/strict';
import type { Finding } from '../../../src/server/doctor/finding.ts';

/** Each finding as `level: what it says`, and none without what to do unless all is well. */
const seen = (findings: readonly Finding[]): string[] =>
  findings.map(({ level, what, todo }) => {
    assert.equal(todo === undefined, level === 'ok', what);
    return `${level}: ${what}`;
  });

/** These findings, in this order, and no other. */
export function says(findings: readonly Finding[], wanted: readonly RegExp[]): void {
  const lines = seen(findings);
  assert.equal(lines.length, wanted.length, lines.join('\n'));
  for (const [index, pattern] of wanted.entries()) assert.match(lines[index]!, pattern);
}
