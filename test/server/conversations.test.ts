import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { asked, begun } from '../../src/domain/conversations/conversations.ts';
import { run } from '../../src/server/cli/program.ts';
import { openDatabase } from '../../src/server/open-database.ts';
import { aConfig } from '../builders/config.ts';
import { aFolder } from './folder.ts';
import { aTerminal } from './terminal.ts';

const now = '2026-11-23T09:00:00.000Z';

/** A shop whose Mara has asked something. */
async function aShopInTalk(): Promise<string> {
  const cwd = aFolder('conversations');
  writeFileSync(join(cwd, 'front-desk.config.json'), JSON.stringify(aConfig()));
  const { storage } = await openDatabase(join(cwd, 'data/front-desk.db'));
  const { conversations } = storage;
  await conversations.open('alder', { customer: 'mara' }, { id: 'con_1', record: begun(now) });
  await conversations.write({ id: 'alder' }, 'con_1', {
    decide: (held) => asked(held, { text: 'Is it\nwarm?' }, now),
  });
  await storage.close();
  return cwd;
}

describe('the conversations command', () => {
  test('lists what waits, shows it, answers, sleeps on it and closes it', async () => {
    const cwd = await aShopInTalk();
    const say = async (...words: string[]) => {
      const terminal = aTerminal({ cwd });
      const exit = await run(['conversations', ...words], terminal);
      return exit === 0 ? terminal.told() : terminal.complained();
    };
    assert.match(
      await say('list'),
      /^con_1 +open +2026-11-23 09:00 +mara +shopper: Is it warm\?$/m,
    );
    assert.match(await say('show', 'con_1'), /^2026-11-23 09:00 {2}shopper\nIs it\nwarm\?$/m);
    assert.equal(await say('reply', 'con_1', 'Very.', '--as', 'Jonas'), 'con_1 is waiting.\n');
    assert.equal(await say('list'), 'No conversations.\n');
    assert.match(await say('show', 'con_1'), /Jonas joined\n\n.*Jonas\nVery\.\n$/);
    assert.equal(await say('snooze', 'con_1', '2030-01-01T09:00:00Z'), 'con_1 is snoozed.\n');
    assert.match(await say('snooze', 'con_1', 'tomorrow'), /tomorrow is no moment/);
    assert.equal(await say('close', 'con_1'), 'con_1 is closed.\n');
    assert.match(await say('list', '--state', 'closed', '--json'), /"id":"con_1"/);
    assert.match(await say('reply', 'con_9', 'Hello'), /There is no such thing in this shop/);
    assert.match(await say('list', '--state', 'lost'), /lost is no state/);
  });
});
