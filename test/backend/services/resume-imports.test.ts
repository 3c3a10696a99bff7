import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, test } from 'node:test';
import type { Shop, Shops, Storage } from '../../../src/backend/ports.ts';
import { importRows } from '../../../src/backend/services/import.ts';
import { resumeImports } from '../../../src/backend/services/resume-imports.ts';
import { openStorage } from '../../../src/backend/storage/storage.ts';
import { engines } from '../../builders/engines.ts';
import { anOrder } from '../../builders/rows.ts';
import { aShop } from '../../builders/shop.ts';

const MINUTE = 60_000;
const ROWS = 250;
const nothing = { finished: 0, dropped: 0 };
const rows = Array.from({ length: ROWS }, (_, nth) =>
  anOrder({ id: `o${nth}`, number: `${nth}`, email: 'guest@mail.example' }),
);

for (const { name, open, skip } of engines())
  describe(`imports that others may go on with: ${name}`, { skip: skip ?? false }, () => {
    let storage: Storage;
    let shop: Shop;
    let made = 0;
    let now: Date;
    before(async () => {
      storage = await openStorage(await open());
    });
    after(() => storage.close());
    beforeEach(() => {
      shop = aShop({ id: `shop-${(made += 1)}` });
      now = new Date('2026-01-10T10:00:00.000Z');
    });

    const clock = () => now;
    const pass = (ms: number) => (now = new Date(now.getTime() + ms));
    const ago = (ms: number) => new Date(now.getTime() - ms);
    const shops: Shops = { find: () => shop, all: () => [shop] };
    const others = (signal?: AbortSignal) =>
      resumeImports({ storage, clock }, shops, {
        silence: { reading: ago(10 * MINUTE), writing: ago(2 * MINUTE) },
        ...(signal && { signal }),
      });
    const order = (nth: number) => storage.catalogue.order(shop.id, `o${nth}`);
    /** Read and taken; whoever did it says nothing more. */
    async function taken(): Promise<string> {
      const id = await storage.imports.begin(shop.id, clock());
      const staged = rows.map((row, nth) => ({ position: nth + 1, row }));
      await storage.imports.stage(id, staged);
      await storage.imports.commit(id, clock());
      return id;
    }

    test('one that is being written is left to its writer, however long that takes', async () => {
      const seen: unknown[] = [];
      const looks: Promise<void>[] = [];
      await importRows({ storage, clock }, shop, linesOf(rows), {
        tell() {
          pass(1.5 * MINUTE);
          looks.push(others().then((found) => void seen.push(found)));
        },
      });
      await Promise.all(looks);
      assert.deepEqual(seen, [nothing, nothing, nothing]);
      assert.ok(await order(ROWS - 1));
    });

    test('one that counts is not taken over the moment it does', async () => {
      const id = await storage.imports.begin(shop.id, clock());
      await storage.imports.stage(id, [{ position: 1, row: rows[0]! }]);
      pass(5 * MINUTE);
      await storage.imports.commit(id, clock());
      assert.deepEqual(await others(), nothing);
      pass(2 * MINUTE);
      assert.deepEqual(await others(), { finished: 1, dropped: 0 });
    });

    test('one that has gone silent is finished by one of those who come', async () => {
      const id = await taken();
      await storage.imports.applyNext(shop, id, { most: 50, at: clock() });
      pass(2 * MINUTE - 1);
      assert.deepEqual(await others(), nothing);
      pass(1);
      const all = await Promise.all([others(), others(), others(), others()]);
      assert.equal(
        all.reduce((sum, { finished }) => sum + finished, 0),
        1,
      );
      assert.ok(await order(ROWS - 1));
      assert.deepEqual(await storage.imports.unfinished(), []);
    });

    test('one that a stop cut short is gone on with at once', async () => {
      await taken();
      pass(2 * MINUTE);
      const stopping = new AbortController();
      const { applyNext } = storage.imports;
      const stopped = await resumeImports(
        {
          storage: {
            ...storage,
            imports: {
              ...storage.imports,
              // told in the middle of its first batch
              applyNext(...asked) {
                stopping.abort();
                return applyNext(...asked);
              },
            },
          },
          clock,
        },
        shops,
        {
          silence: { reading: ago(10 * MINUTE), writing: ago(2 * MINUTE) },
          signal: stopping.signal,
        },
      );
      assert.deepEqual(stopped, nothing);
      assert.ok((await order(0)) && !(await order(ROWS - 1)));
      assert.deepEqual(await others(), { finished: 1, dropped: 0 });
      assert.ok(await order(ROWS - 1));
    });

    test('one that is being read is dropped only after its reader has been silent for long', async () => {
      const id = await storage.imports.begin(shop.id, clock());
      await storage.imports.stage(id, [{ position: 1, row: rows[0]! }]);
      pass(5 * MINUTE);
      await storage.imports.touch(id, clock());
      pass(9 * MINUTE);
      assert.deepEqual(await others(), nothing);
      pass(MINUTE);
      assert.deepEqual(await others(), { finished: 0, dropped: 1 });
      await assert.rejects(storage.imports.commit(id, clock()), /taken for dead/);
    });
  });

async function* linesOf(given: readonly unknown[]): AsyncGenerator<string> {
  for (const row of given) yield JSON.stringify(row);
}
