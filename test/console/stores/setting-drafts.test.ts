import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createSettingDrafts } from '../../../src/console/stores/setting-drafts.ts';

function aStorage(): Storage {
  const kept = new Map<string, string>();
  return {
    ...{ length: 0, key: () => null, clear: () => kept.clear() },
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
  };
}

test('a draft is there again for whoever has begun it, and for nobody else', () => {
  const storage = aStorage();
  let who: string | undefined = 'alder:ada';
  const drafts = createSettingDrafts(storage, () => who);
  drafts.keep('policy', { version: 3, was: {}, value: { storeCredit: true } });
  who = undefined;
  assert.equal(drafts.kept('policy'), undefined);
  who = 'alder:bo';
  assert.equal(drafts.kept('policy'), undefined);
  who = 'alder:ada';
  const again = createSettingDrafts(storage, () => who);
  assert.deepEqual(again.kept('policy'), { version: 3, was: {}, value: { storeCredit: true } });
  assert.equal(again.kept('brand'), undefined);
  again.clear();
  assert.equal(drafts.kept('policy'), undefined);
});

test('what is no draft is none, and a browser that keeps nothing is no fault', () => {
  const storage = aStorage();
  const drafts = createSettingDrafts(storage, () => 'alder:ada');
  drafts.keep('brand', { version: 1, was: {}, value: null });
  assert.deepEqual(drafts.kept('brand'), { version: 1, was: {}, value: null });
  storage.setItem('front-desk:setting:alder:ada:brand', '{broken');
  assert.equal(drafts.kept('brand'), undefined);
  storage.setItem('front-desk:setting:alder:ada:brand', '{"version":1,"value":{}}');
  assert.equal(drafts.kept('brand'), undefined);
  const full = createSettingDrafts(
    { ...storage, setItem: () => assert.fail('full') },
    () => 'alder:ada',
  );
  full.keep('brand', { version: 1, was: {}, value: {} });
  assert.equal(full.kept('policy'), undefined);
});
