import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createSetShops } from '../../src/backend/services/set-shops.ts';
import { openStorage } from '../../src/backend/storage/storage.ts';
import { openWasm } from '../../src/backend/storage/wasm.ts';
import { createLog } from '../../src/server/drivers/log.ts';
import { readingSettings, recommending, resumingImports } from '../../src/server/recurring.ts';
import { anOrder } from '../builders/rows.ts';
import { aShop } from '../builders/shop.ts';

const HOUR = 60 * 60_000;
const began = new Date('2026-11-23T08:00:00Z');
const shop = aShop();
const shops = { find: () => shop, all: () => [shop] };

/** A database in which two imports were left an hour ago: one that counts, one still being read. */
async function left(isShared: boolean) {
  const storage = await openStorage(await openWasm());
  const [written, read] = [
    await storage.imports.begin(shop.id, began),
    await storage.imports.begin(shop.id, began),
  ];
  await storage.imports.stage(written, [{ position: 1, row: anOrder() }]);
  await storage.imports.commit(written, began);
  const now = new Date(began.getTime() + HOUR);
  const log = createLog(() => undefined);
  const job = resumingImports({ storage, clock: () => now }, shops, { log, isShared });
  const run = (signal: AbortSignal) => job.run(now, signal);
  const unfinished = async () => (await storage.imports.unfinished()).map(({ id }) => id);
  return { storage, job, run, unfinished, written, read };
}

describe('the job that goes on with imports', () => {
  test('finishes what counts and drops what nobody reads any more, one process at a time', async () => {
    const { storage, job, run, unfinished } = await left(true);
    assert.equal(job.alone, true);
    await run(new AbortController().signal);
    assert.deepEqual(await unfinished(), []);
    assert.ok(await storage.catalogue.order(shop.id, anOrder().id));
    await storage.close();
  });

  test('leaves what is read into a database of its own to the caller, who may take his time', async () => {
    const { storage, run, unfinished, read } = await left(false);
    await run(new AbortController().signal);
    assert.deepEqual(await unfinished(), [read]);
    await storage.close();
  });

  test('begins nothing once it is told to stop', async () => {
    const { storage, run, unfinished, written, read } = await left(true);
    await run(AbortSignal.abort());
    assert.deepEqual((await unfinished()).sort(), [written, read].sort());
    await storage.close();
  });
});

describe('the job that renews models', () => {
  /** A build of the first of two shops that fails; what is told of it, and whose was begun. */
  async function failing(isStopping: boolean) {
    const stopping = new AbortController();
    const told: string[] = [];
    const begun: string[] = [];
    const over = new Promise<void>((resolve) => {
      const models = {
        of: async () => undefined,
        async renew(id: string) {
          begun.push(id);
          if (isStopping) stopping.abort();
          // what comes of it is told in the turns after this one
          setImmediate(resolve);
          throw new Error('The thread of a model has ended early');
        },
      };
      const both = { find: () => shop, all: () => [shop, aShop({ id: 'birch' })] };
      const log = createLog(
        (line) => void told.push((JSON.parse(line) as { event: string }).event),
      );
      void recommending(models, both, log).run(began, stopping.signal);
    });
    await over;
    return { told, begun };
  }

  test('tells of one that failed and goes on with the next shop', async () => {
    const { told, begun } = await failing(false);
    assert.deepEqual([told.length, begun], [2, [shop.id, 'birch']]);
    assert.ok(told.every((event) => event === 'model_failed'));
  });

  test('tells of none that a stop has cut off, and begins no other', async () => {
    assert.deepEqual(await failing(true), { told: [], begun: [shop.id] });
  });
});

describe('the job that reads settings', () => {
  test('brings what another process has set, though no hint of it has come', async () => {
    const storage = await openStorage(await openWasm());
    const log = createLog(() => undefined);
    const here = createSetShops(shops, storage.settings, log);
    await here.reload();
    await storage.settings.save({
      ...{ shop: shop.id, name: 'brand', version: 1, value: '{"accent":"#b3261e"}' },
      ...{ at: began.toISOString(), by: 'Ada' },
    });
    assert.equal(here.find(shop.id)?.brand?.accent, undefined);
    const job = readingSettings(here);
    assert.equal(job.alone, undefined, 'each process has its own');
    await job.run(began, new AbortController().signal);
    assert.equal(here.find(shop.id)?.brand?.accent, '#b3261e');
    await storage.close();
  });
});
