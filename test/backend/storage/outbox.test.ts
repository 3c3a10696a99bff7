import { test } from 'node:test';
import { openStorage } from '../../../src/backend/storage/storage.ts';
import { sqliteEngines } from '../../builders/engines.ts';
import { outboxSuite } from '../../suites/outbox.ts';

for (const { name, open, skip } of sqliteEngines())
  if (skip) test(`outbox: ${name}`, { skip });
  else outboxSuite(name, async () => openStorage(await open()));
