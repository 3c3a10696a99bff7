import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { answered, asked, begun } from '../../../src/domain/conversations/conversations.ts';
import { answerDue } from '../../../src/domain/conversations/due.ts';

const hours = [
  { days: [1, 2, 3, 4, 5], opens: '09:00', closes: '18:00' },
  { days: [6], opens: '10:00', closes: '13:00' },
];
const shop = {
  ...{ timeZone: 'Europe/Brussels', contact: { hours }, answerWithin: { first: 60, next: 240 } },
};
const fresh = begun('2026-11-23T08:00:00.000Z');

describe('When an answer is due', () => {
  test('is counted in the shop’s hours, where the shop is', () => {
    const cases: [asked: string, due: string][] = [
      ['2026-11-23T08:00:00.000Z', '2026-11-23T09:00:00.000Z'],
      ['2026-11-23T16:00:00.000Z', '2026-11-23T17:00:00.000Z'],
      // half of it this evening, the rest in the morning
      ['2026-11-23T16:30:00.000Z', '2026-11-24T08:30:00.000Z'],
      ['2026-11-23T21:00:00.000Z', '2026-11-24T09:00:00.000Z'],
      // over a Sunday
      ['2026-11-28T11:45:00.000Z', '2026-11-30T08:45:00.000Z'],
      // the night the clocks go back
      ['2026-10-24T20:00:00.000Z', '2026-10-26T09:00:00.000Z'],
    ];
    for (const [at, due] of cases) assert.equal(answerDue(fresh, at, shop), due, at);
  });

  test('is another time once somebody of the shop has answered', () => {
    const at = '2026-11-23T08:00:00.000Z';
    const { conversation } = answered(fresh, { text: 'Yes', from: 'staff', name: 'Jo' }, at);
    assert.equal(answerDue(conversation, at, shop), '2026-11-23T12:00:00.000Z');
  });

  test('stays as it was while somebody waits, and is over with the answer', () => {
    const at = '2026-11-23T08:00:00.000Z';
    const due = answerDue(fresh, at, shop);
    const { conversation } = asked(fresh, { text: 'Is it warm?' }, at, due);
    const later = '2026-11-23T08:30:00.000Z';
    assert.equal(answerDue(conversation, later, shop), due);
    const again = asked(conversation, { text: 'Hello?' }, later, due).conversation;
    assert.equal(again.dueAt, due);
    assert.equal(
      answered(again, { text: 'Yes', from: 'staff' }, later).conversation.dueAt,
      undefined,
    );
  });

  test('is at any hour where a shop has told none, and never where it has set no time', () => {
    const at = '2026-11-22T23:00:00.000Z';
    const { hours: _, ...always } = shop.contact;
    assert.equal(answerDue(fresh, at, { ...shop, contact: always }), '2026-11-23T00:00:00.000Z');
    assert.equal(answerDue(fresh, at, { timeZone: shop.timeZone, contact: { hours } }), undefined);
  });
});
