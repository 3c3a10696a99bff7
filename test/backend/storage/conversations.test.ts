import { test } from 'node:test';
import { openStorage } from '../../../src/backend/storage/storage.ts';
import { engines } from '../../builders/engines.ts';
import { conversationNewsSuite } from '../../suites/conversation-news.ts';
import { conversationsSuite } from '../../suites/conversations.ts';
import { inboxSuite } from '../../suites/inbox.ts';
import { notedActsSuite } from '../../suites/noted-acts.ts';
import { staffActsSuite } from '../../suites/staff-acts.ts';
import { staffSuite } from '../../suites/staff.ts';

const suites = [
  ...[conversationsSuite, conversationNewsSuite, inboxSuite],
  ...[staffSuite, staffActsSuite, notedActsSuite],
];

for (const { name, open, skip } of engines())
  if (skip) test(`conversations: ${name}`, { skip });
  else for (const suite of suites) suite(name, async () => openStorage(await open()));
