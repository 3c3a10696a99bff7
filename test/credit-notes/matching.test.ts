import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { Invoice } from '../data/online-retail.ts';
import { matchCreditNotes } from './credit-notes.ts';
import { replayInBooks } from './run.ts';
import { soldShop } from './shop.ts';
import { sumOf, tableOf } from './table.ts';

type Line = [sku: string, quantity: number, price: number];
const invoice = (number: string, lines: Line[], customer = '7'): Invoice => ({
  ...{ number, customer, at: '2011-03-28T08:26' },
  lines: lines.map(([sku, quantity, price]) => ({ sku, quantity, price })),
});
const shopOf = (...invoices: Invoice[]) => ({
  products: [...'ab'].map((sku) => ({ sku, title: sku, price: 2 })),
  invoices,
});
/** What each credited line takes back, as `invoice/line × quantity`, or the reason. */
function matched(...invoices: Invoice[]): (string | undefined)[][] {
  const source = shopOf(...invoices);
  return matchCreditNotes(source, soldShop(source).orders).map(({ lines }) =>
    lines.map(
      ({ reason, units }) =>
        reason ??
        units.map(({ order, line, quantity }) => `${order}/${line} × ${quantity}`).join(', '),
    ),
  );
}

describe('A credited line', () => {
  const cases: [what: string, invoices: Invoice[], wanted: string][] = [
    [
      'takes back units of the nearest invoice before it',
      [
        invoice('1', [['a', 5, 2]]),
        invoice('2', [
          ['b', 1, 2],
          ['a', 5, 2],
        ]),
        invoice('C3', [['a', -2, 2]]),
      ],
      '2/2 × 2',
    ],
    [
      'passes by a nearer invoice that has too few',
      [invoice('1', [['a', 5, 2]]), invoice('2', [['a', 3, 2]]), invoice('C3', [['a', -4, 2]])],
      '1/1 × 4',
    ],
    [
      'passes by a nearer invoice of another price',
      [invoice('1', [['a', 5, 2]]), invoice('2', [['a', 5, 1.8]]), invoice('C3', [['a', -4, 2]])],
      '1/1 × 4',
    ],
    [
      'is taken together from several where none has all of it',
      [invoice('1', [['a', 5, 2]]), invoice('2', [['a', 3, 2]]), invoice('C3', [['a', -7, 2]])],
      '2/1 × 3, 1/1 × 4',
    ],
    [
      'is taken together from several lines of one invoice',
      [
        invoice('1', [
          ['a', 2, 2],
          ['a', 2, 2],
        ]),
        invoice('C2', [['a', -3, 2]]),
      ],
      '1/2 × 2, 1/1 × 1',
    ],
    [
      'knows no invoice that comes later',
      [invoice('C1', [['a', -1, 2]]), invoice('2', [['a', 5, 2]])],
      'no invoice before it',
    ],
    [
      'knows no invoice of somebody else',
      [invoice('1', [['a', 5, 2]], '8'), invoice('C2', [['a', -1, 2]])],
      'no invoice before it',
    ],
    [
      'has another price than was paid',
      [invoice('1', [['a', 5, 2]]), invoice('C2', [['a', -1, 1.99]])],
      'other price than was paid',
    ],
    [
      'is of more units than were bought',
      [invoice('1', [['a', 5, 2]]), invoice('C2', [['a', -6, 2]])],
      'more units than were left',
    ],
    [
      'is of nobody',
      [invoice('1', [['a', 5, 2]], ''), invoice('C2', [['a', -1, 2]], '')],
      'no customer',
    ],
    [
      'is postage',
      [
        invoice('1', [
          ['a', 1, 2],
          ['POST', 1, 18],
        ]),
        invoice('C2', [['POST', -1, 18]]),
      ],
      'postage',
    ],
    [
      'is a discount',
      [invoice('1', [['a', 1, 2]]), invoice('C2', [['D', -1, 1]])],
      'discount given later',
    ],
    [
      'was entered by hand',
      [invoice('1', [['a', 1, 2]]), invoice('C2', [['M', -1, 1]])],
      'manual entry',
    ],
    [
      'is a fee, whoever is named',
      [invoice('C1', [['AMAZONFEE', -1, 9]], '')],
      'fees and donations',
    ],
  ];
  for (const [what, invoices, wanted] of cases)
    test(what, () => assert.deepEqual(matched(...invoices), [[wanted]]));

  test('takes back no unit twice', () => {
    const note = (number: string) => invoice(number, [['a', -3, 2]]);
    assert.deepEqual(matched(invoice('1', [['a', 5, 2]]), note('C2'), note('C3')), [
      ['1/1 × 3'],
      ['more units than were left'],
    ]);
  });

  test('takes none where not all of its units are there', () => {
    assert.deepEqual(
      matched(
        invoice('1', [['a', 5, 2]]),
        invoice('C2', [
          ['a', -6, 2],
          ['a', -5, 2],
        ]),
      ),
      [['more units than were left', '1/1 × 5']],
    );
  });
});

test('Whatever is bought and credited, all of it is told and no invoice gives back more than it got', async () => {
  const line = (sign: 1 | -1) =>
    fc.tuple(
      fc.constantFrom('a', 'b', 'M', 'POST'),
      fc.integer({ min: 1, max: 6 }).map((quantity) => sign * quantity),
      fc.constantFrom(0.42, 1.85, 2.55),
    );
  const lines = fc.oneof(
    fc.array(line(1), { minLength: 1, maxLength: 4 }),
    fc.array(line(-1), { minLength: 1, maxLength: 4 }),
  );
  const invoices = fc.array(fc.tuple(lines, fc.constantFrom('', '7', '8')), { maxLength: 12 });
  await fc.assert(
    fc.asyncProperty(invoices, async (all) => {
      const source = all.map(([each, customer], nth) =>
        invoice(`${each[0]![1] < 0 ? 'C' : ''}${nth + 1}`, each, customer),
      );
      const { notes, faults } = await replayInBooks(shopOf(...source));
      assert.deepEqual(faults, []);
      const credited = all.flatMap(([each]) => each.filter(([, quantity]) => quantity < 0));
      const { lines: count, amount } = sumOf(tableOf(notes));
      assert.equal(count, credited.length);
      assert.equal(
        amount,
        credited.reduce((sum, [, quantity, price]) => sum - quantity * Math.round(price * 100), 0),
      );
    }),
    { numRuns: 200 },
  );
});
