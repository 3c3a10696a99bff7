import { test } from 'node:test';
import { openStorage } from '../../../src/backend/storage/storage.ts';
import { engines } from '../../builders/engines.ts';
import { identityStoresSuite } from '../../suites/identity-stores.ts';

for (const { name, open, skip } of engines())
  if (skip) test(`stores of identity: ${name}`, { skip });
  else identityStoresSuite(name, async () => openStorage(await open()));
