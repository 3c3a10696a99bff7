import { test } from 'node:test';
import { openStorage } from '../../../src/backend/storage/storage.ts';
import { engines } from '../../builders/engines.ts';
import { purgingSuite } from '../../suites/purging.ts';

for (const { name, open, skip } of engines())
  if (skip) test(`purging: ${name}`, { skip });
  else purgingSuite(name, async () => openStorage(await open()));
