import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SettingRecord, Shop } from '../../../src/backend/ports.ts';
import { createSetShops } from '../../../src/backend/services/set-shops.ts';
import { createLog } from '../../../src/server/drivers/log.ts';
import { shopsOf } from '../../builders/backend.ts';
import { aShop } from '../../builders/shop.ts';

const shop = aShop();
const brand = (value: unknown, version = 1): SettingRecord => ({
  ...{ shop: shop.id, name: 'brand', version, value: JSON.stringify(value) },
  ...{ at: '2026-11-23T09:00:00.000Z', by: 'Ada' },
});

/** Rows as they are when they are asked for; the answer may take its time. */
function aStore(first: SettingRecord[]) {
  const answers: (() => void)[] = [];
  const store = {
    rows: first,
    asked: 0,
    all(): Promise<SettingRecord[]> {
      store.asked += 1;
      const { rows } = store;
      return new Promise((resolve) => answers.push(() => resolve(rows)));
    },
    /** The newest question first, as a busy database may do it; until nobody asks any more. */
    async answer() {
      for (let next = answers.pop(); next; next = answers.pop()) {
        next();
        await turn();
      }
    },
  };
  return store;
}
/** Lets promises that are ready go on. */
const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

const over = (store: Parameters<typeof createSetShops>[1], lines: string[] = []) =>
  createSetShops(
    shopsOf([shop]),
    store,
    createLog((line) => void lines.push(line)),
  );
const accent = (found: Shop | undefined) => found?.brand?.accent;

describe('shops as they are set', () => {
  test('are as the newest read says, in whatever order answers come', async () => {
    const store = aStore([brand({ accent: '#111111' })]);
    const shops = over(store);
    const older = shops.reload();
    await turn();
    store.rows = [brand({ accent: '#222222' }, 2)];
    const newer = shops.reload();
    await turn();
    await store.answer();
    await Promise.all([older, newer]);
    assert.equal(accent(shops.find(shop.id)), '#222222');
  });

  test('are read once for all who ask before that read begins', async () => {
    const store = aStore([]);
    const shops = over(store);
    const first = shops.reload();
    await turn();
    const rest = Array.from({ length: 20 }, () => shops.reload());
    await store.answer();
    await Promise.all([first, ...rest]);
    assert.equal(store.asked, 2);
  });

  test('are read again after a read that failed', async () => {
    let fails = true;
    const shops = over({
      all: async () => {
        if (fails) throw new Error('The line went dead');
        return [brand({ accent: '#333333' })];
      },
    });
    await assert.rejects(shops.reload(), /went dead/);
    fails = false;
    await shops.reload();
    assert.equal(accent(shops.find(shop.id)), '#333333');
  });

  test('tell of a setting that cannot be read once, not at each read', async () => {
    const lines: string[] = [];
    let rows = [brand({ accent: 7 })];
    const shops = over({ all: async () => rows }, lines);
    await shops.reload();
    await shops.reload();
    assert.equal(lines.length, 1);
    assert.match(lines[0]!, /"event":"setting_unfit"/);
    rows = [brand({ accent: 8 }, 2)];
    await shops.reload();
    assert.equal(lines.length, 2);
    rows = [];
    await shops.reload();
    assert.equal(accent(shops.find(shop.id)), accent(shop));
  });
});
