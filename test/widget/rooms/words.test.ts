import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { describe, test, type TestContext } from 'node:test';
import { Problem } from '../../../src/widget/client/problem.ts';
import { days, list, money } from '../../../src/widget/locales/figures.ts';
import { en } from '../../../src/widget/locales/en.ts';
import { he } from '../../../src/widget/locales/he.ts';
import { ja } from '../../../src/widget/locales/ja.ts';
import { createWords, type Phrases } from '../../../src/widget/locales/words.ts';
import { refusal } from '../../../src/widget/rooms/refusal.ts';

const widget = new URL('../../../src/widget/', import.meta.url);
const folder = new URL('locales/', widget);
const languages = readdirSync(folder)
  .map((file) => file.replace(/\.ts$/, ''))
  .filter((name) => /^[a-z]{2}$/.test(name));
const phrasesOf = async (language: string): Promise<Phrases> => {
  const module = (await import(`../../../src/widget/locales/${language}.ts`)) as Record<
    string,
    Phrases
  >;
  return module[language]!;
};

/** The shopper's clock, whatever that of this machine is. */
function inNewYork(t: TestContext): void {
  const before = process.env['TZ'];
  process.env['TZ'] = 'America/New_York';
  t.after(() => {
    if (before === undefined) delete process.env['TZ'];
    else process.env['TZ'] = before;
  });
}

/** Every sentence of a phrase: one, or one for each number or day. */
const sentences = (phrase: Phrases[keyof Phrases]): string[] =>
  typeof phrase === 'string' ? [phrase] : Object.values(phrase);
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

/** What a sentence may leave out: the number in "one item", the weekday in "today". */
const OPTIONAL = new Set(['n', 'when', 'weekday', 'day', 'date', 'time']);
/** A sentence, one by number or one by day; days may be said each by itself, or once for all. */
const kindOf = (phrase: Phrases[keyof Phrases]): string =>
  typeof phrase === 'string'
    ? phrase.includes('{when}')
      ? 'day'
      : 'plain'
    : 'week' in phrase
      ? 'day'
      : 'number';

describe('the languages', () => {
  test('English, German and Arabic are among them', () => {
    for (const name of ['en', 'de', 'ar']) assert.ok(languages.includes(name), name);
  });

  for (const language of languages) {
    test(`${language} has every phrase, each of the same kind and with the same holes`, async () => {
      const phrases = await phrasesOf(language);
      assert.deepEqual(Object.keys(phrases).sort(), Object.keys(en).sort());
      for (const [key, phrase] of Object.entries(phrases)) {
        const english = en[key as keyof typeof en];
        assert.equal(kindOf(phrase), kindOf(english), key);
        const given = new Set(sentences(english).flatMap(holes));
        for (const sentence of sentences(phrase)) {
          assert.notEqual(sentence.trim(), '', key);
          for (const hole of holes(sentence))
            assert.ok(given.has(hole) || OPTIONAL.has(hole!), `${key}: {${hole}}`);
          for (const hole of given)
            if (!OPTIONAL.has(hole!))
              assert.ok(holes(sentence).includes(hole), `${key}: {${hole}}`);
        }
      }
    });

    test(`${language} has a plural for each category of its own`, async () => {
      const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions();
      for (const [key, phrase] of Object.entries(await phrasesOf(language))) {
        if (typeof phrase === 'string' || 'week' in phrase) continue;
        for (const category of pluralCategories)
          assert.ok(category in phrase, `${key}: ${category}`);
      }
    });
  }

  test('German says du', async () => {
    // at the start of a sentence it may be “she” or “they”
    const formal = /\b(Ihr|Ihnen)|[\p{L},] Sie\b|\bSie (sind|haben|können|müssen)\b/u;
    for (const [key, phrase] of Object.entries(await phrasesOf('de')))
      for (const sentence of sentences(phrase)) assert.doesNotMatch(sentence, formal, key);
  });

  test('no phrase is kept that nobody says', () => {
    const files = readdirSync(widget, { recursive: true, encoding: 'utf8' }).filter(
      (file) => file.endsWith('.ts') && !/locales\/[a-z]{2}\.ts$/.test(file),
    );
    const sources = files.map((file) => readFileSync(new URL(file, widget), 'utf8')).join('\n');
    const unsaid = Object.keys(en).filter((key) => !sources.includes(`'${key}'`));
    assert.deepEqual(unsaid, []);
  });
});

describe('words', () => {
  const now = () => Date.parse('2026-11-23T08:00:00Z');
  const english = createWords('en-GB', en, 'Europe/Brussels', now);

  test('the day is told as a shopper says it', () => {
    for (const [at, said] of [
      ['2026-11-23T22:00:00.000Z', 'Arriving today'],
      ['2026-11-24T12:00:00.000Z', 'Arriving tomorrow'],
      ['2026-11-26T12:00:00.000Z', 'Arriving Thursday'],
      ['2026-11-29T12:00:00.000Z', 'Arriving Sunday'],
      ['2026-11-30T12:00:00.000Z', 'Arriving 30 Nov'],
      ['2027-01-04T12:00:00.000Z', 'Arriving 4 Jan 2027'],
    ])
      assert.equal(english.when('arriving', at!), said);
  });

  test('days are those of the shop, not of the reader', () => {
    // half past midnight in Tokyo is still the day before in Brussels
    const at = '2026-11-23T15:30:00.000Z';
    assert.equal(english.daysAway(at), 0);
    assert.equal(createWords('en-GB', en, 'Asia/Tokyo', now).daysAway(at), 1);
    assert.equal(english.when('eventAt', at), 'Today 16:30');
    assert.equal(createWords('en-GB', en, 'Asia/Tokyo', now).when('eventAt', at), 'Tue 00:30');
  });

  test('how long to wait is told by the shopper’s own clock, the next full minute', (t) => {
    inNewYork(t);
    t.mock.timers.enable({ apis: ['Date'], now: now() });
    const tokyo = createWords('en-GB', en, 'Asia/Tokyo', now);
    const problem = new Problem('too_many_requests', 429, { retryAfter: 110 });
    assert.equal(refusal(problem, tokyo), 'Too many tries. Try again at 03:02.');
    const down = new Problem('unavailable', 503, { retryAfter: 7200 });
    const silent = 'The shop’s system is not answering.';
    assert.equal(refusal(down, tokyo), `${silent} Try again at 05:00.`);
    assert.equal(refusal(new Problem('unavailable', 503), tokyo), silent);
    // still today here, and tomorrow in Tokyo
    const next = new Problem('unavailable', 503, { retryAfter: 20 * 3600 });
    assert.equal(refusal(next, tokyo), `${silent} Try again at 23:00.`);
  });

  test('a language speaks by both clocks', (t) => {
    inNewYork(t);
    const tokyo = createWords('en-GB', en, 'Asia/Tokyo', now);
    const at = '2026-11-23T15:30:00.000Z';
    assert.equal(tokyo.when('chatDay', at), 'Tuesday');
    assert.equal(tokyo.here.when('chatDay', at), 'Today');
    assert.deepEqual([tokyo.time(at), tokyo.here.time(at)], ['00:30', '10:30']);
    assert.equal(tokyo.here.text('retry'), tokyo.text('retry'));
  });

  for (const language of languages)
    test(`${language} says when what was written goes out: later today, tomorrow, another day`, async (t) => {
      inNewYork(t);
      t.mock.timers.enable({ apis: ['Date'], now: now() });
      const say = createWords(language, await phrasesOf(language), 'Asia/Tokyo', now).here;
      const retryIn = (hours: number): string =>
        new Problem('too_many_messages', 429, { retryAfter: hours * 3600 }).retryAt!;
      const [soon, next, later] = [2, 23, 72].map(retryIn) as [string, string, string];
      const said = (at: string): string => say.when('tooFast', at);
      assert.ok(said(soon).includes(say.time(soon)));
      assert.ok(said(next).includes(say.time(next)));
      // the same time of another day
      assert.notEqual(said(next), said(new Date(Date.parse(next) - 86_400_000).toISOString()));
      assert.ok(said(later).includes(say.format({ weekday: 'long' }).format(new Date(later))));
    });

  test('a change of the clocks does not make a day of 25 hours two days', () => {
    const before = () => Date.parse('2026-10-24T10:00:00Z');
    const words = createWords('en-GB', en, 'Europe/Brussels', before);
    assert.equal(words.daysAway('2026-10-25T22:30:00.000Z'), 1);
    assert.equal(words.daysAway('2026-10-25T23:30:00.000Z'), 2);
  });

  test('a time zone nobody knows leaves the browser’s own', () => {
    assert.match(
      createWords('en-GB', en, 'Mars/Olympus', now).time('2026-11-23T08:00:00.000Z'),
      /^\d\d:\d\d$/,
    );
  });

  test('numbers choose their plural', async () => {
    const arabic = createWords('ar', await phrasesOf('ar'));
    const items = [0, 1, 2, 3, 11, 100].map((n) =>
      arabic.text('items', { n }).replace(/[\u2068\u2069]/g, ''),
    );
    assert.deepEqual(items, [
      'لا منتجات',
      'منتج واحد',
      'منتجان',
      '3 منتجات',
      '11 منتجًا',
      '100 منتج',
    ]);
    assert.equal(english.text('items', { n: 1 }), '1 item');
    assert.equal(english.text('items', { n: 3 }), '3 items');
  });

  test('a number in an Arabic sentence is fenced off, and an Arabic name in an English one', async () => {
    const arabic = createWords('ar', await phrasesOf('ar'));
    assert.equal(arabic.text('orderNumber', { number: 'A-4182' }), 'الطلب \u2068A-4182\u2069');
    assert.equal(english.text('morning', { name: 'سارة' }), 'Good morning, \u2068سارة\u2069');
    assert.equal(english.text('morning', { name: 'Mara' }), 'Good morning, Mara');
  });

  test('what stands in braces in a value stays as it is', () => {
    assert.equal(english.text('orderNumber', { number: '{to}' }), 'Order {to}');
  });

  test('sums follow the decimals of their currency', () => {
    for (const [amount, currency, said] of [
      [40200, 'EUR', '€402.00'],
      [1200, 'JPY', 'JP¥1,200'],
      [1234, 'KWD', 'KWD 1.234'],
      [-2080, 'EUR', '−€20.80'],
    ] as const)
      assert.equal(money({ amount, currency }, english).replace('\u00a0', ' '), said);
  });

  test('Arabic sums have the digits that order numbers have', async () => {
    const arabic = createWords('ar-EG', await phrasesOf('ar'));
    assert.match(money({ amount: 40200, currency: 'EUR' }, arabic), /402\.00/);
  });

  test('days from one to another, and names in a row', async () => {
    const range = days('2026-11-26T12:00:00.000Z', '2026-11-28T12:00:00.000Z', english);
    assert.match(range, /^26.*28 Nov$/);
    assert.equal(list(['Coat', 'Knit'], english), 'Coat, Knit');
    const arabic = createWords('ar', await phrasesOf('ar'));
    assert.equal(list(['Coat', 'معطف'], arabic), '\u2068Coat\u2069، معطف');
    const [hebrew, japanese] = [createWords('he', he), createWords('ja', ja)];
    assert.equal(list(['מעיל', 'סוודר'], hebrew), 'מעיל, סוודר');
    assert.equal(list(['コート', 'ニット'], japanese), 'コート、ニット');
  });
});
