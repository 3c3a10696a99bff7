import { createBuiltinPlatform } from '../../../src/backend/platforms/builtin/builtin.ts';
import { openWasm } from '../../../src/backend/storage/wasm.ts';
import { openStorage } from '../../../src/backend/storage/storage.ts';
import { platformSuite } from '../../suites/platform.ts';

platformSuite('built-in', async () => {
  const storage = await openStorage(await openWasm());
  return {
    platform: createBuiltinPlatform(storage.catalogue),
    load: (shop, rows) => storage.catalogue.put(shop, rows),
    close: () => storage.close(),
  };
});
