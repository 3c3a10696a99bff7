import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { policySchema } from '../../../src/contract/policy-schema.ts';
import { policyGroups, policyValues } from '../../../src/console/elements/policy-fields.ts';
import { schemaAt, valueAt, withValue } from '../../../src/console/stores/json-path.ts';

const policy = { returns: { allowed: true, window: { from: 'delivery', days: 30 } }, lines: [] };

describe('A field of JSON', () => {
  test('is read by its path, and is nothing where there is none', () => {
    assert.equal(valueAt(policy, ['returns', 'window', 'days']), 30);
    assert.equal(valueAt(policy, ['returns', 'fee', 'amount']), undefined);
    assert.equal(valueAt(policy, ['lines', 'length']), undefined);
  });

  test('is set without touching what was there, and taken away by undefined', () => {
    const set = withValue(policy, ['returns', 'window', 'days'], 45);
    assert.deepEqual(
      [valueAt(set, ['returns', 'window']), policy.returns.window.days],
      [{ from: 'delivery', days: 45 }, 30],
    );
    const gone = withValue(policy, ['returns', 'window'], undefined);
    assert.deepEqual(gone, { returns: { allowed: true }, lines: [] });
    assert.deepEqual(withValue({}, ['cancel', 'allowed'], true), { cancel: { allowed: true } });
  });
});

describe('The form of a policy', () => {
  const schema: unknown = JSON.parse(JSON.stringify(policySchema()));
  for (const { path } of policyGroups.flatMap(({ fields }) => fields))
    test(`${path.join('.')} is a field of the schema, and each of its choices has a name`, () => {
      const { type, enum: choices } = schemaAt(schema, path);
      assert.ok(['boolean', 'integer', 'number', 'string'].includes(String(type)));
      for (const choice of Array.isArray(choices) ? choices : [])
        assert.ok(policyValues[String(choice)], String(choice));
    });
});
