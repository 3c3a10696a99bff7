import { test } from 'node:test';
import { openStorage } from '../../../src/backend/storage/storage.ts';
import { engines } from '../../builders/engines.ts';
import { recommendationsSuite } from '../../suites/recommendations.ts';

for (const { name, open, skip } of engines())
  if (skip) test(`recommendations: ${name}`, { skip });
  else recommendationsSuite(name, async () => openStorage(await open()));
