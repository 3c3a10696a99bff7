import { test } from 'node:test';
import { openStorage } from '../../../src/backend/storage/storage.ts';
import { engines } from '../../builders/engines.ts';
import { conversationsSuite } from '../../suites/conversations.ts';

for (const { name, open, skip } of engines())
  if (skip) test(`conversations: ${name}`, { skip });
  else conversationsSuite(name, async () => openStorage(await open()));
