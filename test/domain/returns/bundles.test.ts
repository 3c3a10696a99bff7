import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { explain } from '../../../src/domain/policy/explain.ts';
import { tornLines } from '../../../src/domain/returns/bundles.ts';
import { aDelivered, aLine, aPolicy } from '../../builders/cases.ts';

const lines = [
  aLine({ id: 'cup', quantity: 2, bundle: 'set' }),
  aLine({ id: 'saucer', quantity: 4, bundle: 'set' }),
  aLine({ id: 'spoon' }),
];
const units = (cups: number, saucers: number, spoons: number) =>
  Object.entries({ cup: cups, saucer: saucers, spoon: spoons }).flatMap(([line, quantity]) =>
    quantity ? { line, quantity } : [],
  );

describe('What was sold as a set', () => {
  const table: [string, ReturnType<typeof units>, string[]][] = [
    ['goes back whole', units(2, 4, 0), []],
    ['or one of two whole ones', units(1, 2, 0), []],
    ['and never in part', units(2, 0, 0), ['cup']],
    ['nor in another proportion', units(1, 3, 0), ['saucer']],
    ['while anything else goes by itself', units(0, 0, 1), []],
  ];
  for (const [what, going, torn] of table)
    test(what, () => assert.deepEqual(tornLines({ lines }, going), torn));

  test('stays where one part of it does', () => {
    const of = aDelivered({ lines: lines.map((line) => ({ ...line, product: line.id })) });
    const policy = aPolicy({ lines: [{ match: { products: ['saucer'] }, finalSale: true }] });
    const told = explain(policy, of, new Date('2026-01-06T10:00:00.000Z'));
    assert.deepEqual(
      told.lines.map((line) => [line.line, line.return.allowed || line.return.reason]),
      [
        ['cup', 'final_sale'],
        ['saucer', 'final_sale'],
        ['spoon', true],
      ],
    );
  });
});
