import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Quote, Receipt } from '../../../src/contract/quotes.ts';
import { Problem } from '../../../src/widget/client/problem.ts';
import { en } from '../../../src/widget/locales/en.ts';
import { createWords } from '../../../src/widget/locales/words.ts';
import { createChanges, type Change } from '../../../src/widget/stores/change.ts';
import type { DeskConfig } from '../../../src/widget/config.ts';
import type { Ground } from '../../../src/widget/stores/ground.ts';
import { createRemote } from '../../../src/widget/stores/remote.ts';
import { createSession } from '../../../src/widget/stores/session.ts';

interface Wish {
  payment: string;
  count: number;
}

const nothing = () => undefined;
const nobody = () => Promise.reject(new Error('Nobody asks'));
const config: DeskConfig = {
  ...{ api: '', shop: undefined, rooms: undefined, locale: 'en', fallback: undefined },
  ...{ cart: undefined, home: 'home' },
};
/** What hears of a network that is back. */
const heard: (() => void)[] = [];
const ground: Ground = {
  ...{ name: 'test', send: nobody, renewal: nobody, vouch: undefined, page: {}, config },
  ...{ session: createSession(nobody), orders: createRemote(nobody) },
  ...{ words: createWords('en', en), life: new AbortController().signal },
  ...{ seen: nothing, tell: nothing, tellTabs: nothing, leave: nothing },
  keep: ({ retry }) => void heard.push(() => retry?.()),
};
const euros = (amount: number) => ({ amount, currency: 'EUR' });
const quoteOf = ({ payment, count }: Wish): Quote => ({
  id: `${count} by ${payment}`,
  expiresAt: new Date(Date.now() + 60_000).toISOString(),
  sums: [{ kind: 'item', amount: euros(-100 * count) }],
  total: euros(-100 * count),
  moves: [
    {
      ...{ kind: 'other' as const, method: payment, label: payment, amount: euros(-100 * count) },
      ...{ days: { from: 0, to: 0 }, state: 'moving' },
    },
  ],
});
const receipt: Receipt = {
  ...{ id: 'receipt', order: 'order', kind: 'edit', state: 'done', by: 'customer' },
  ...{ at: new Date().toISOString(), sums: [], total: euros(0), moves: [] },
};

/** One item by Visa has been seen. */
async function seen() {
  const asked: Wish[] = [];
  const agreedTo: string[] = [];
  const change = createChanges<Wish>({
    task: 'change',
    quote: async (_send, _order, wish) => (asked.push(wish), quoteOf(wish)),
    confirm: async (_send, _order, { quote }) => (agreedTo.push(quote), receipt),
  })(ground)('order');
  change.wish(one);
  await change.quote.load();
  return { asked, agreedTo, change };
}
const one: Wish = { payment: 'Visa', count: 1 };

/** Then something else is wished for, and agreed to at once. */
async function hasty(next: Wish) {
  const { asked, agreedTo, change } = await seen();
  change.wish(next);
  const { is } = await change.confirm();
  return { is, asked: asked.at(-1), agreedTo };
}

test('whoever has just chosen who pays agrees to the sum they have seen', async () => {
  const { is, asked, agreedTo } = await hasty({ payment: 'PayPal', count: 1 });
  assert.equal(asked?.payment, 'PayPal');
  assert.deepEqual([is, agreedTo], ['done', ['1 by PayPal']]);
});

test('nothing is agreed to for a sum that was not seen', async () => {
  assert.deepEqual((await hasty({ payment: 'Visa', count: 2 })).agreedTo, []);
});

test('what a wish comes to is known at once where it was quoted before, as wish or beside it', async () => {
  const two = { payment: 'Visa', count: 2 };
  const { asked, agreedTo, change } = await seen();
  const beside = change.otherwise(two);
  await beside.load();
  const before = asked.length;
  change.wish(two);
  assert.equal(change.quote.$state.get().value?.id, '2 by Visa');
  change.wish(one);
  assert.equal(change.quote.$state.get().value?.id, '1 by Visa');
  assert.equal(asked.length, before);
  assert.equal((await change.confirm()).is, 'done');
  assert.deepEqual(agreedTo, ['1 by Visa']);
});

test('once it is done, what other wishes would come to is asked anew', async () => {
  const { change } = await seen();
  await change.confirm();
  change.wish(undefined);
  change.wish(one);
  assert.equal(change.quote.$state.get().is, 'loading');
});

/** One item by Visa has been seen; what comes next is not answered while the network is away. */
async function cutOff() {
  const asked: Wish[] = [];
  const agreedTo: string[] = [];
  let isAway = false;
  const others = heard.length;
  const change = createChanges<Wish>({
    task: 'change',
    quote: async (_send, _order, wish) => {
      asked.push(wish);
      if (isAway) throw new Problem('offline');
      return quoteOf(wish);
    },
    confirm: async (_send, _order, { quote }) => (agreedTo.push(quote), receipt),
  })(ground)('order');
  change.wish(one);
  await change.quote.load();
  isAway = true;
  change.wish({ payment: 'PayPal', count: 1 });
  await until(change, 'failed');
  const back = () => {
    isAway = false;
    for (const hear of heard.slice(others)) hear();
  };
  return { asked, agreedTo, change, back };
}

/** Resolves once it has come to that. */
const until = (change: Change<Wish>, wanted: string) =>
  new Promise<void>((done) => {
    const stop = change.quote.$state.subscribe(({ is }) => {
      if (is !== wanted) return;
      done();
      queueMicrotask(() => stop());
    });
  });

test('what a failed quote would have replaced is out of sight until it is known again', async () => {
  const { change, back } = await cutOff();
  assert.equal(change.shown(), undefined);
  back();
  assert.equal(change.quote.$state.get().is, 'loading');
  assert.equal(change.shown(), undefined);
  await until(change, 'ready');
  assert.equal(change.shown()?.id, '1 by PayPal');
});

test('a sum that is out of sight is not agreed to, though it is the same', async () => {
  const { change, agreedTo, back } = await cutOff();
  back();
  assert.equal((await change.confirm()).is, 'changed');
  assert.deepEqual(agreedTo, []);
  assert.equal((await change.confirm()).is, 'done');
});

test('a failed quote is asked for once when the network is back, though two look at it', async () => {
  const { change, asked, back } = await cutOff();
  change.otherwise({ payment: 'PayPal', count: 1 }).$state.listen(nothing);
  const before = asked.length;
  back();
  await until(change, 'ready');
  assert.deepEqual(asked.slice(before), [{ payment: 'PayPal', count: 1 }]);
});

test('what was chosen before is seen at once after a failure', async () => {
  const { change } = await cutOff();
  change.wish(one);
  assert.equal(change.shown()?.id, '1 by Visa');
});
