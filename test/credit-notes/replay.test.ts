import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readOnlineRetail } from '../data/online-retail.ts';
import { absent, folderOf } from '../data/source.ts';
import { isReconciled, reconcile, refundFaults } from './reconcile.ts';
import { everyNth, replayAtDesk, replayInBooks } from './run.ts';
import { listed, sumOf, tableOf, told } from './table.ts';
import type { CreditNote } from './credit-notes.ts';

const folder = folderOf('online-retail');

describe('Credit notes of online-retail', { skip: !folder && absent('online-retail') }, () => {
  if (!folder) return;
  const source = readOnlineRetail(folder);

  test('come to their sums by the rules, or say why not', async () => {
    const some = everyNth(source, 10);
    const { notes, faults } = await replayInBooks(some);
    assert.deepEqual(faults, []);
    const credits = some.invoices.filter(({ number }) => number.startsWith('C'));
    assert.ok(notes.filter(isReconciled).length > 100);
    assert.deepEqual(sumOf(tableOf(notes)), {
      notes: credits.length,
      lines: credits.reduce((sum, { lines }) => sum + lines.length, 0),
      amount: credits
        .flatMap(({ lines }) => lines)
        .reduce((sum, { quantity, price }) => sum - quantity * Math.round(price * 100), 0),
    });
  });

  test('come to the same over HTTP', async () => {
    const few = everyNth(source, 100);
    const desk = await replayAtDesk(few);
    assert.ok(desk.notes.some(isReconciled));
    assert.deepEqual(desk, await replayInBooks(few));
  });
});

describe('A credit note', () => {
  const line = { sku: 'a', quantity: 1, unitPrice: 200, amount: 200 };
  const units = [{ order: '1', line: '1', quantity: 1 }];
  const note: CreditNote = {
    ...{ number: 'C2', customer: '7' },
    lines: [
      { ...line, units },
      { ...line, units: [], reason: 'samples' },
    ],
  };
  const payments = async () => [];

  for (const [reason, answer] of [
    ['other sum', { amount: 199 }],
    ['refused', { refused: 'not_delivered' }],
  ] as const)
    test(`whose returns do not come to it is told as ${reason}`, async () => {
      const done = await reconcile(note, { giveBack: async () => answer, payments });
      assert.deepEqual(
        done.lines.map((each) => each.reason),
        [reason, 'samples'],
      );
    });

  for (const [what, refunds, faults] of [
    ['what was told', [-200], []],
    ['less than was told', [-199], ['1: 199 pence were given back, and 200 told']],
    [
      'more than was paid',
      [-200, -200],
      ['1: more was given back than was paid', '1: 400 pence were given back, and 200 told'],
    ],
  ] as const)
    test(`is held against its order, which gave back ${what}`, async () => {
      const told = await refundFaults([note], {
        giveBack: async () => ({ amount: 200 }),
        payments: async () => [300, ...refunds],
      });
      assert.deepEqual(told, faults);
    });

  test('counts once in the table, each of its lines where it belongs', async () => {
    const done = await reconcile(note, { giveBack: async () => ({ amount: 200 }), payments });
    const { reconciled, samples } = tableOf([done]);
    assert.deepEqual(reconciled, { notes: 0, lines: 1, amount: 200 });
    assert.deepEqual(samples, { notes: 1, lines: 1, amount: 200 });
    assert.deepEqual(listed([done]), ['C2: 1 of a at £2.00, £2.00: samples']);
    assert.equal(told([done]).at(-1), '0 of 1 credit notes reconcile, rest listed');
  });
});
