import { test } from 'node:test';
import { openStorage } from '../../../src/backend/storage/storage.ts';
import { engines } from '../../builders/engines.ts';
import { eventsSuite } from '../../suites/events.ts';

for (const { name, open, skip } of engines())
  if (skip) test(`events: ${name}`, { skip });
  else eventsSuite(name, async () => openStorage(await open()));
