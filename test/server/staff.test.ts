import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { run } from '../../src/server/cli/program.ts';
import { aConfig } from '../builders/config.ts';
import { aFolder } from './folder.ts';
import { aTerminal } from './terminal.ts';

describe('the staff command', () => {
  test('adds people, lists them, lets one set up an app anew, and removes them', async () => {
    const cwd = aFolder('staff');
    writeFileSync(join(cwd, 'front-desk.config.json'), JSON.stringify(aConfig()));
    const say = async (...words: string[]) => {
      const terminal = aTerminal({ cwd });
      const exit = await run(['staff', ...words], terminal);
      return exit === 0 ? terminal.told() : terminal.complained();
    };
    assert.match(await say('list'), /There is no database .*front-desk\.db\. Check --config/);
    assert.deepEqual(readdirSync(cwd), ['front-desk.config.json']);
    assert.match(
      await say('add', 'Jo@alder.example', '--role', 'lead', '--name', 'Jo Berg'),
      /jo@alder\.example is lead\. They sign in at \/console once the config has "address" and "mail": /,
    );
    assert.match(await say('add', 'jo@alder.example'), /has this address already/);
    assert.match(await say('add', 'lena@alder.example', '--role', 'boss'), /boss is no role/);
    assert.match(await say('add', 'lena'), /lena is no e-mail address/);
    assert.match(await say('list'), /^jo@alder\.example +Jo Berg +lead +not yet$/m);
    assert.match(await say('reset', 'jo@alder.example'), /sets up an app anew/);
    assert.match(await say('remove', 'jo@alder.example'), /signs in no longer/);
    assert.match(await say('remove', 'jo@alder.example'), /There is no such thing in this shop/);
    assert.match(await say('list'), /Nobody yet/);
  });

  test('says where somebody signs in, or what the config lacks for it', async () => {
    const mail = { from: 'Alder <desk@alder.eu>', smtp: 'smtp://localhost:2525' };
    const address = 'https://desk.alder.eu';
    const added = async (change: object) => {
      const cwd = aFolder('staff');
      const config = JSON.stringify({ ...aConfig(), ...change });
      writeFileSync(join(cwd, 'front-desk.config.json'), config);
      const terminal = aTerminal({ cwd });
      assert.equal(await run(['staff', 'add', 'jo@alder.eu'], terminal), 0);
      return terminal.told();
    };
    assert.match(
      await added({ address, mail }),
      /They sign in at https:\/\/desk\.alder\.eu\/console\.\n/,
    );
    assert.match(await added({ mail }), /once the config has "address": the link is mailed/);
    assert.match(await added({ address }), /once the config has "mail": the link is mailed/);
  });
});
