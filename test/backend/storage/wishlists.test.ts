import { test } from 'node:test';
import { openStorage } from '../../../src/backend/storage/storage.ts';
import { engines } from '../../builders/engines.ts';
import { wishlistsSuite } from '../../suites/wishlists.ts';

for (const { name, open, skip } of engines())
  if (skip) test(`wishlists: ${name}`, { skip });
  else wishlistsSuite(name, async () => openStorage(await open()));
