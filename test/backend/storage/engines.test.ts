import { test } from 'node:test';
import { createBuiltinPlatform } from '../../../src/backend/platforms/builtin/builtin.ts';
import { openStorage } from '../../../src/backend/storage/storage.ts';
import { engines } from '../../builders/engines.ts';
import { platformSuite } from '../../suites/platform.ts';
import { storageSuite } from '../../suites/storage.ts';

for (const { name, open, skip } of engines()) {
  if (skip) {
    test(`storage: ${name}`, { skip });
    continue;
  }
  storageSuite(name, open);
  platformSuite(`built-in over ${name}`, async () => {
    const storage = await openStorage(await open());
    return {
      platform: createBuiltinPlatform(storage),
      load: (shop, rows) => storage.catalogue.put(shop, rows),
      close: () => storage.close(),
    };
  });
}
