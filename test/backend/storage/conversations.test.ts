import { test } from 'node:test';
import { openStorage } from '../../../src/backend/storage/storage.ts';
import { engines } from '../../builders/engines.ts';
import { conversationsSuite } from '../../suites/conversations.ts';
import { inboxSuite } from '../../suites/inbox.ts';
import { staffActsSuite } from '../../suites/staff-acts.ts';
import { staffSuite } from '../../suites/staff.ts';

for (const { name, open, skip } of engines())
  if (skip) test(`conversations: ${name}`, { skip });
  else
    for (const suite of [conversationsSuite, inboxSuite, staffSuite, staffActsSuite])
      suite(name, async () => openStorage(await open()));
