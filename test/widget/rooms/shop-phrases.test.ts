import assert from 'node:assert/strict';
import { test } from 'node:test';
import { en } from '../../../src/widget/locales/en.ts';
import { withOwn } from '../../../src/widget/locales/shop-phrases.ts';
import { createWords } from '../../../src/widget/locales/words.ts';

test('a shop says phrases in its own words, and the others stay ours', () => {
  const own = { title: 'Ask Alder', items: { one: 'just one thing' } };
  const words = createWords('en', withOwn(en, own));
  assert.equal(words.text('title'), 'Ask Alder');
  assert.equal(words.text('items', { n: 1 }), 'just one thing');
  assert.equal(words.text('items', { n: 2 }), '2 items');
  assert.equal(words.text('close'), 'Close');
});

test('what stands for no phrase, or for one of another kind, is told and left out', (context) => {
  const told = context.mock.method(console, 'warn', () => undefined);
  const phrases = withOwn(en, { titel: 'Ask Alder', items: 'things', close: { other: 'Away' } });
  assert.deepEqual(phrases, en);
  assert.deepEqual(
    told.mock.calls.map(({ arguments: [text] }) => /"(\w+)"/.exec(String(text))?.[1]),
    ['titel', 'items', 'close'],
  );
});
