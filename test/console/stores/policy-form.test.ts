import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  matchFields,
  policyGroups,
  policyPlaces,
  reasonFields,
  reasonsPath,
  rulesPath,
  sayFields,
} from '../../../src/console/elements/policy-fields.ts';
import { within } from '../../../src/console/elements/policy-sheet.ts';
import { schemaAt, type Path } from '../../../src/console/stores/json-path.ts';
import { fieldsOf, kindAt } from '../../../src/console/stores/policy-kinds.ts';
import { en as policyWords } from '../../../src/console/words/policy/en.ts';
import { en } from '../../../src/console/words/en.ts';
import { policySchema } from '../../../src/contract/policy-schema.ts';

const schema: unknown = JSON.parse(JSON.stringify(policySchema()));
const named = (path: Path) => path.join('.');
const ofGroups = policyGroups.flatMap(({ fields, more }) => [...fields, ...more]);
const placed = [
  ...ofGroups,
  ...within([...reasonsPath, 'other'], reasonFields),
  ...within([...rulesPath, '0'], [...matchFields, ...sayFields]),
];

describe('The form of a policy', () => {
  test('has a place for every field of the schema', () => {
    // a kind of payment each
    const places = policyPlaces.map((path) =>
      named(path).replace(/^refundDays\..*/, 'refundDays.*'),
    );
    const isPlaced = (name: string) =>
      places.some((place) => name === place || name.startsWith(`${place}.`));
    const missing = fieldsOf(schema)
      .map(named)
      .filter((name) => !isPlaced(name));
    assert.deepEqual(missing, [], 'give each a place in policy-fields.ts, and words');
  });

  test('has words of its own, which no other of the console stand over', () => {
    const all = new Map(Object.entries(en));
    for (const [key, words] of Object.entries(policyWords)) assert.equal(all.get(key), words, key);
  });

  test('shows no more than twenty fields before somebody asks for the rest', () => {
    const first = policyGroups.flatMap(({ fields }) => fields);
    assert.ok(first.length <= 20 && first.length < ofGroups.length / 2, `${first.length}`);
  });

  for (const { path, names = 'value_' } of placed)
    test(`${named(path)} is a field of the schema, and each of its choices has a name`, () => {
      assert.ok(kindAt(schema, path));
      const choices = [path, [...path, '0'], [...path, 'from']].flatMap((each) => {
        const { enum: some } = schemaAt(schema, each);
        return Array.isArray(some) ? some.map(String) : [];
      });
      for (const choice of choices)
        assert.ok(Object.hasOwn(en, `${names}${choice}`), `${names}${choice}`);
    });
});

describe('What a field is asked for as', () => {
  const kinds = [
    ['cancel.allowed', 'tick'],
    ['cancel.until', 'choice'],
    ['cancel.undoMinutes', 'number'],
    ['cancel.cutoff', 'window'],
    ['returns.methods', 'boxes'],
    ['returns.returnShippingFee', 'sum'],
    ['returns.bonus.exchange', 'fee'],
    ['returns.reasons.other.outcomes', 'boxes'],
    ['reports.resolveBelow', 'sum'],
    ['refundDays.card', 'range'],
    ['lines.0.finalSale', 'maybe'],
    ['lines.0.match.tags', 'words'],
    ['lines.0.match.unitPrice', 'range'],
    ['lines.0.match', undefined],
    ['lines', undefined],
  ] as const;
  for (const [name, kind] of kinds)
    test(`${name}: ${kind ?? 'several'}`, () =>
      assert.equal(kindAt(schema, name.split('.')), kind));
});
