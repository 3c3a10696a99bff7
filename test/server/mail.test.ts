import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { run } from '../../src/server/cli/program.ts';
import { aConfig } from '../builders/config.ts';
import { aFolder } from './folder.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';
import { askCode } from './shared-desk.ts';
import { aTerminal } from './terminal.ts';

const kept: ServerProcess[] = [];
after(() => kept.forEach(({ child }) => child.kill('SIGKILL')));

/** Two customers, and a mail server. */
async function aFolderWith(smtp: string): Promise<string> {
  const cwd = aFolder('mail');
  const config = aConfig({ mail: { from: 'desk@alder.example', smtp } });
  writeFileSync(join(cwd, 'front-desk.config.json'), JSON.stringify(config));
  const customers = ['mara@kern.eu', 'zoe@example.ie'].map((email) =>
    JSON.stringify({ type: 'customer', id: email, email }),
  );
  writeFileSync(join(cwd, 'customers.jsonl'), customers.join('\n'));
  assert.equal(await run(['import', 'customers.jsonl'], aTerminal({ cwd })), 0);
  return cwd;
}

async function serving(cwd: string): Promise<ServerProcess> {
  const server = await startServerProcess([], { cwd });
  kept.push(server);
  return server;
}

test('a server with SMTP sends codes under the shop’s name; an outage is in the log, not in the answer', async () => {
  let received!: (content: string) => void;
  const mail = new Promise<string>((resolve) => (received = resolve));
  const smtp = new SMTPServer({
    authOptional: true,
    // Our own pool stays connected: the outage does not wait for it.
    closeTimeout: 1,
    disabledCommands: ['STARTTLS'],
    onData(stream, _, done) {
      let content = '';
      stream.on('data', (part: Buffer) => (content += part.toString()));
      stream.on('end', () => {
        received(content);
        done();
      });
    },
  });
  smtp.on('error', () => undefined);
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const { port } = smtp.server.address() as AddressInfo;

  const cwd = await aFolderWith(`smtp://127.0.0.1:${port}`);
  const server = await serving(cwd);
  const desk = (await (await fetch(`${server.url}/v1/desk`)).json()) as { capabilities: object };
  assert.ok('emailCode' in desk.capabilities);
  assert.equal((await fetch(`${server.url}/dev/mailbox`)).status, 404);

  assert.equal((await askCode(server, 'mara@kern.eu')).status, 202);
  const content = await mail;
  assert.match(content, /From: Alder <desk@alder\.example>/);
  assert.match(content, /To: mara@kern\.eu/);
  assert.match(content, /\b\d{6}\b/);

  await new Promise<void>((done) => smtp.close(done));
  assert.equal((await askCode(server, 'zoe@example.ie')).status, 202);
  server.child.kill('SIGTERM');
  assert.equal(await server.ended, 0);
  assert.match(server.stderr(), /"level":"error".*"code":"unreachable"/);
  assert.doesNotMatch(server.stderr(), /@|\b\d{6}\b/);
});

test('a server whose password is wrong says so, and signs in for no code after that', async () => {
  let signIns = 0;
  const smtp = new SMTPServer({
    allowInsecureAuth: true,
    closeTimeout: 1,
    disabledCommands: ['STARTTLS'],
    onAuth(_, __, done) {
      signIns += 1;
      done(new Error('wrong password'));
    },
  });
  smtp.on('error', () => undefined);
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
  const { port } = smtp.server.address() as AddressInfo;
  const server = await serving(await aFolderWith(`smtp://desk:wrong@127.0.0.1:${port}`));
  while (!server.stderr().includes('mail_check_failed'))
    await (await fetch(`${server.url}/healthz`)).text();

  for (const email of ['mara@kern.eu', 'zoe@example.ie'])
    assert.equal((await askCode(server, email)).status, 202);
  server.child.kill('SIGTERM');
  assert.equal(await server.ended, 0);
  await new Promise<void>((done) => smtp.close(done));
  assert.equal(server.stderr().match(/"code_not_sent".*"code":"unfit"/g)?.length, 2);
  assert.equal(signIns, 1);
});
