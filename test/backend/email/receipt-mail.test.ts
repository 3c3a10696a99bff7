import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Receipt } from '../../../src/contract/quotes.ts';
import { receiptMail } from '../../../src/backend/channels/email/receipt-mail.ts';
import { aShop } from '../../builders/shop.ts';

const eur = (amount: number) => ({ amount, currency: 'EUR' });
const move = (amount: number, to: number, more: object = {}): Receipt['moves'][number] => ({
  ...{
    kind: 'card' as const,
    label: 'Visa',
    lastFour: '4120',
    amount: eur(amount),
    days: { from: Math.min(to, 3), to },
  },
  ...{ state: 'moving', ...more },
});
const aReceipt = (wanted: Partial<Receipt> = {}): Receipt => ({
  ...{ id: 'r-1', order: 'o-1', kind: 'cancellation', at: '2026-11-23T09:00:00.000Z' },
  ...{ by: 'customer', state: 'done', sums: [], total: eur(12_000) },
  moves: [move(12_000, 5)],
  ...wanted,
});
const mail = (wanted: Partial<Receipt> = {}, language = 'en', isCancelled = true) =>
  receiptMail(aShop(), 'mara@kern.example', {
    ...{ receipt: aReceipt(wanted), order: { number: '4182', isCancelled }, language },
  });

describe('The mail of a receipt', () => {
  test('says in its subject what was done, and below how the money goes', () => {
    const { subject, text } = mail();
    assert.equal(subject, 'Order 4182 is cancelled');
    assert.match(text, /€120\.00 back to Visa •• 4120, within 5 working days/);
  });

  const subjects: [string, Partial<Receipt>, boolean][] = [
    ['Part of order 4182 is cancelled', {}, false],
    ['Order 4182 is changed', { kind: 'edit' }, false],
    ['Your return from order 4182', { kind: 'return' }, false],
    ['We are putting order 4182 right', { kind: 'report' }, false],
    ['Your return from order 4182 is cancelled', { kind: 'return', state: 'undone' }, false],
    ['Order 4182 is as it was', { state: 'undone' }, false],
    ['We are looking at your request for order 4182', { state: 'in_review' }, false],
  ];
  for (const [subject, wanted, isCancelled] of subjects)
    test(`"${subject}"`, () => {
      assert.equal(mail(wanted, 'en', isCancelled).subject, subject);
    });

  test('tells what is paid, and what is there at once', () => {
    const { text } = mail({ kind: 'edit', moves: [move(-500, 0, { label: 'Gift card' })] });
    assert.match(text, /€5\.00 with Gift card •• 4120, at once/);
  });

  test('calls store credit what it is called in the language of the mail', () => {
    const credit = move(500, 0, { kind: 'store_credit', label: 'Store credit' });
    const { text } = mail({ kind: 'return', moves: [credit] }, 'de');
    assert.match(text, /zurück auf Guthaben/);
  });

  test('promises no money that waits for what goes back, nor any that moves no more', () => {
    assert.match(
      mail({ kind: 'return', moves: [move(500, 5, { state: 'planned' })] }).text,
      /once we have it back/,
    );
    const undone = mail({ state: 'undone' });
    assert.doesNotMatch(undone.text, /€/);
    assert.match(undone.text, /No money moves/);
  });

  test('says until when it can be taken back, in the shop’s time zone', () => {
    assert.match(mail({ undoUntil: '2026-11-23T09:10:00.000Z' }).text, /until 10:10/);
  });

  test('speaks the reader’s language, with its numbers', () => {
    assert.match(
      mail({}, 'de').text,
      /120,00\s€ zurück auf Visa •• 4120, innerhalb von 5 Werktagen/,
    );
    assert.ok(mail({}, 'ar').html.includes('dir="rtl"'));
    assert.match(mail({}, 'ar-EG').text, /120\.00/);
  });
});
