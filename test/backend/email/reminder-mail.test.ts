import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { reminderMail } from '../../../src/backend/channels/email/reminder-mail.ts';
import { aShop } from '../../builders/shop.ts';

const mail = (language: string, { instant = false, soldOut = false } = {}) =>
  reminderMail(aShop(), 'mara@kern.example', {
    ...{ number: '4051-1', order: '#4051', until: '2026-12-06T23:30:00.000Z' },
    ...{ instant, soldOut, language },
  });

describe('The reminder of a return', () => {
  for (const [language, subject] of [
    ['en', 'Send return 4051-1 back by Monday, December 7'],
    ['en-GB', 'Send return 4051-1 back by Monday 7 December'],
    ['de-AT, en', 'Schick Rückgabe 4051-1 bis Montag, 7. Dezember ab'],
    ['xx', 'Send return 4051-1 back by Monday, December 7'],
  ] as const)
    test(`in ${language}: ${subject}`, () => assert.equal(mail(language).subject, subject));

  test('is written from the right in Arabic', () => {
    const { subject, html } = mail('ar');
    assert.match(subject, /^أرسل الإرجاع \u20684051-1\u2069 في موعد أقصاه \u2068الاثنين/);
    assert.match(html, /dir="rtl"/);
  });

  test('says what becomes of it, with and without what was sent first', () => {
    assert.match(mail('en').text, /no money moves/);
    assert.match(mail('en', { instant: true }).html, /pay for what we sent/);
  });

  test('of what is sold out says until when it may be chosen again', () => {
    const { subject, text } = mail('de', { soldOut: true });
    assert.equal(subject, 'Rückgabe 4051-1: Was du wolltest, ist ausverkauft');
    assert.match(text, /Such dir bis Montag, 7. Dezember etwas anderes aus/);
    assert.doesNotMatch(text, /abgeschickt/);
  });
});
