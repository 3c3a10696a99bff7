import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Problem } from '../../../src/widget/client/problem.ts';
import { createRemote } from '../../../src/widget/stores/remote.ts';

/** Reads that end when the test says so. */
function reads<T>() {
  const asked: { signal: AbortSignal; answer(value: T): void; fail(error: unknown): void }[] = [];
  const read = (signal: AbortSignal) =>
    new Promise<T>((answer, fail) => asked.push({ signal, answer, fail }));
  return { asked, read };
}

test('a value is idle, then loading, then ready with the moment it was read', async () => {
  const { asked, read } = reads<string>();
  const store = createRemote(read);
  assert.deepEqual(store.$state.get(), { is: 'idle' });
  const loaded = store.load();
  assert.equal(store.$state.get().is, 'loading');
  asked[0]!.answer('a');
  await loaded;
  const state = store.$state.get();
  assert.equal(state.is, 'ready');
  assert.equal(state.value, 'a');
  assert.ok(!Number.isNaN(Date.parse(state.at!)));
});

test('a newer read silences an older one, whichever answers first', async () => {
  const { asked, read } = reads<string>();
  const store = createRemote(read);
  const older = store.load();
  const newer = store.load();
  assert.ok(asked[0]!.signal.aborted);
  asked[1]!.answer('new');
  await newer;
  asked[0]!.answer('old');
  await older;
  assert.equal(store.$state.get().value, 'new');
});

test('an older read that fails late does not spoil a newer one', async () => {
  const { asked, read } = reads<string>();
  const store = createRemote(read);
  const older = store.load();
  const newer = store.load();
  asked[0]!.fail(new Problem('unavailable', 503));
  await older;
  assert.equal(store.$state.get().is, 'loading');
  asked[1]!.answer('new');
  await newer;
  assert.equal(store.$state.get().is, 'ready');
});

test('what was read stays to be shown while it is read again and when that fails', async () => {
  const { asked, read } = reads<string>();
  const store = createRemote(read);
  const first = store.load();
  asked[0]!.answer('a');
  await first;
  const { at } = store.$state.get();
  const second = store.load();
  assert.deepEqual(store.$state.get(), { is: 'loading', value: 'a', at });
  asked[1]!.fail(new Problem('offline'));
  await second;
  const state = store.$state.get();
  assert.equal(state.is === 'failed' && state.problem.code, 'offline');
  assert.deepEqual([state.value, state.at], ['a', at]);
});

test('need reads once, and does not hammer what has failed', async () => {
  const { asked, read } = reads<string>();
  const store = createRemote(read);
  store.need();
  store.need();
  assert.equal(asked.length, 1);
  asked[0]!.fail(new Problem('internal', 500));
  await new Promise(setImmediate);
  store.need();
  assert.equal(asked.length, 1);
});

test('what may be old is read again at once where someone looks, else when it is needed', async () => {
  const { asked, read } = reads<string>();
  const store = createRemote(read);
  store.renew();
  assert.equal(asked.length, 0);
  const first = store.load();
  asked[0]!.answer('a');
  await first;
  store.renew();
  assert.equal(asked.length, 1);
  store.need();
  assert.equal(asked.length, 2);
  asked[1]!.answer('b');
  await new Promise(setImmediate);
  const off = store.$state.listen(() => undefined);
  store.renew();
  assert.equal(asked.length, 3);
  off();
  store.reset();
});

test('reset forgets the value and the read under way', async () => {
  const { asked, read } = reads<string>();
  const store = createRemote(read);
  const loaded = store.load();
  store.reset();
  assert.ok(asked[0]!.signal.aborted);
  asked[0]!.answer('late');
  await loaded;
  assert.deepEqual(store.$state.get(), { is: 'idle' });
});

test('a read that takes long says so, and no longer once it is there', async (t) => {
  t.mock.timers.enable({ apis: ['setTimeout'] });
  const { asked, read } = reads<string>();
  const store = createRemote(read);
  const loaded = store.load();
  t.mock.timers.tick(4000);
  assert.deepEqual(store.$state.get(), { is: 'loading', slow: true });
  asked[0]!.answer('a');
  await loaded;
  t.mock.timers.tick(4000);
  assert.equal(store.$state.get().is, 'ready');
});
