import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { LineRule, Policy, policyLimits } from '../src/contract/policy.ts';
import { presets } from '../src/domain/policy/presets/presets.ts';

const page = readFileSync(new URL('../docs/policies.md', import.meta.url), 'utf8');
const listed = new Set([...page.matchAll(/^\| `([a-zA-Z.-]+)` \|/gm)].map(([, name]) => name));

/** `cancel.until`: a part and its field; a part that is no object stands for itself. */
const fields = Object.entries(Policy.parse(presets.default)).flatMap(([part]) => {
  const schema = Policy.shape[part as keyof typeof Policy.shape];
  const inner = 'shape' in schema ? Object.keys(schema.shape) : [];
  return inner.length > 0 ? inner.map((field) => `${part}.${field}`) : [part];
});

test('docs/policies.md tells of every field of a policy', () => {
  const missing = fields.filter((field) => !listed.has(field));
  assert.deepEqual(missing, ['lines', 'reports', 'staff']);
  const inParts = [
    'reports.lostAfterDays',
    'reports.resolve',
    'reports.resolveBelow',
    'staff.lead',
  ];
  for (const field of [...inParts, ...policyLimits]) assert.ok(listed.has(field), field);
});

test('docs/policies.md tells of every field of a rule', () => {
  assert.deepEqual(
    Object.keys(LineRule.shape).filter((field) => !listed.has(field)),
    [],
  );
});

test('docs/policies.md names every preset', () => {
  assert.deepEqual(
    Object.keys(presets).filter((name) => !listed.has(name)),
    [],
  );
});

test('docs/policies.md shows rules that are taken', () => {
  const [, rules] = /```json\n(\[[\s\S]+?\])\n```/.exec(page) ?? [];
  Policy.parse({ ...presets.default, lines: JSON.parse(rules ?? '') });
});
