import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { bringSay } from '../../../src/console/words/say.ts';

describe('The console’s words', () => {
  test('fence off what reads the other way, and no more', async () => {
    const [he, en] = await Promise.all([bringSay(['he']), bringSay(['en-GB'])]);
    assert.equal(he.text('order', { number: '#4182' }), 'הזמנה \u2068#4182\u2069');
    assert.equal(he.text('alertTitle', { name: 'דנה' }), 'הודעה מ־דנה');
    assert.equal(en.text('alertTitle', { name: 'דנה' }), '\u2068דנה\u2069 has written');
    assert.equal(en.text('order', { number: '#4182' }), 'Order #4182');
  });

  test('are those of the first language there is, else English', async () => {
    const languages = await Promise.all([['xx', 'pt-PT', 'de'], ['xx']].map(bringSay));
    assert.deepEqual(
      languages.map(({ language }) => language),
      ['pt', 'en'],
    );
  });
});
