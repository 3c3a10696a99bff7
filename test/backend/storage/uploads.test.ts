import { test } from 'node:test';
import { openStorage } from '../../../src/backend/storage/storage.ts';
import { engines } from '../../builders/engines.ts';
import { uploadsSuite } from '../../suites/uploads.ts';

for (const { name, open, skip } of engines())
  if (skip) test(`uploads: ${name}`, { skip });
  else uploadsSuite(name, async () => openStorage(await open()));
