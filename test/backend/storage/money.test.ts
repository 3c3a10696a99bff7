import { test } from 'node:test';
import { openStorage } from '../../../src/backend/storage/storage.ts';
import { engines } from '../../builders/engines.ts';
import { moneySuite } from '../../suites/money.ts';

for (const { name, open, skip } of engines())
  if (skip) test(`money: ${name}`, { skip });
  else moneySuite(name, async () => openStorage(await open()));
