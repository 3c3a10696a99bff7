import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { aConfig } from '../builders/config.ts';
import { aFolder } from '../server/folder.ts';
import { runCli, startServerProcess, type ServerProcess } from '../server/server-process.ts';

const running: ServerProcess[] = [];
after(() => running.forEach(({ child }) => child.kill('SIGKILL')));

const page = (name: string) => readFileSync(new URL(`../../docs/${name}`, import.meta.url), 'utf8');
const [, script = ''] = /```sh\n(body=[^]*?)```/.exec(page('backend.md'))!;
const [, rows = ''] = /```jsonl\n([^]*?)```/.exec(page('import.md'))!;

const lacking = ['openssl', 'curl'].find((tool) => spawnSync(tool, ['version']).error);
const skip = lacking === undefined ? false : `there is no ${lacking} on this machine`;

describe('The example of a webhook', { skip }, () => {
  test('in docs/backend.md is taken, of the parcel in docs/import.md, and with another secret refused', async () => {
    const cwd = aFolder('webhook');
    const config = aConfig();
    writeFileSync(join(cwd, 'front-desk.config.json'), JSON.stringify(config));
    writeFileSync(join(cwd, 'shop.jsonl'), rows);
    const server = await startServerProcess([], { cwd });
    running.push(server);
    const { shop } = config as { shop: { webhookSecret: string } };
    const send = (secret: string): unknown => {
      const text = script.replace('https://desk.shop.example', server.url);
      const env = { PATH: process.env['PATH'] ?? '', WEBHOOK_SECRET: secret };
      return JSON.parse(execFileSync('sh', ['-c', text], { env, encoding: 'utf8', stdio: 'pipe' }));
    };
    const { exit, stderr } = await runCli(['import', 'shop.jsonl'], { cwd });
    assert.equal(exit, 0, stderr);
    assert.deepEqual(send(shop.webhookSecret), { result: 'applied' });
    assert.deepEqual(send(shop.webhookSecret), { result: 'unchanged' });
    assert.equal((send('guessed') as { code: string }).code, 'signature_invalid');
  });
});
