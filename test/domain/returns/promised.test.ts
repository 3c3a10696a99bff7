import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { VariantRecord } from '../../../src/domain/changes/changes.ts';
import { promised } from '../../../src/domain/returns/promised.ts';
import type { ReturnLineRecord } from '../../../src/domain/returns/lines.ts';
import { aPaidOrder, aReturn, aVariant } from '../../builders/cases.ts';

const order = aPaidOrder();
const line = (wanted: Partial<ReturnLineRecord>): ReturnLineRecord => ({
  ...aReturn({ outcome: 'exchange' }).lines[0]!,
  ...{ reason: 'too_small', variant: 'a', told: 'once', ...wanted },
});
const look = (lines: ReturnLineRecord[], ...variants: Partial<VariantRecord>[]) => {
  const shelf = variants.map((each) => aVariant({ id: 'a', told: 'again', ...each }));
  const { lines: looked, stock } = promised(
    lines,
    order,
    new Map(shelf.map((one) => [one.id, one])),
    () => ['refund'],
  );
  return { soldOut: looked.map(({ soldOut }) => soldOut !== undefined), stock };
};

describe('What a return was promised', () => {
  test('is there while the shop says nothing new of it, though it was the last', () => {
    const last = { told: 'once', stock: 0, available: false };
    assert.deepEqual(look([line({})], last), { soldOut: [false], stock: [] });
  });

  test('is set aside once more of what the shop tells it has, for as many as it does for', () => {
    assert.deepEqual(look([line({}), line({})], { stock: 1 }), {
      soldOut: [false, true],
      stock: [{ variant: 'a', by: -1 }],
    });
  });

  for (const [name, ...shelf] of [
    ['the shop says that there is none', { available: false }],
    ['the shop has it no more'],
  ] as const)
    test(`is sold out where ${name}`, () => {
      assert.deepEqual(look([line({})], ...shelf), { soldOut: [true], stock: [] });
    });

  test('is the same once more where it is a replacement', () => {
    const { variant: _, ...replaced } = line({ outcome: 'replacement', line: 'l1' });
    assert.deepEqual(look([replaced], { id: 'boots-38', available: false }).soldOut, [true]);
  });

  test('is nothing where money goes back', () => {
    const { variant: _, told: __, ...refunded } = line({ outcome: 'refund' });
    assert.deepEqual(look([refunded]), { soldOut: [false], stock: [] });
  });
});
