import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { answered, asked, begun, mailedTo } from '../../src/domain/conversations/conversations.ts';
import { openDatabase } from '../../src/server/open-database.ts';
import { aConfig } from '../builders/config.ts';
import { aCustomer } from '../builders/rows.ts';
import { aShop } from '../builders/shop.ts';
import { aFolder } from './folder.ts';
import { startServerProcess, type ServerProcess } from './server-process.ts';
import { askCode } from './shared-desk.ts';

const WAITING = Array.from({ length: 5 }, (_, nth) => `shopper-${nth}@mail.example`);
const HOUR = 3_600_000;

const open: (() => unknown)[] = [];
after(() => Promise.all(open.map((close) => close())));

/** Answers of an hour ago that nobody has seen, and a customer who can ask for a code. */
async function aFolderWithMails(): Promise<string> {
  const cwd = aFolder('stop-mails');
  const { storage } = await openDatabase(join(cwd, 'data/front-desk.db'));
  const { conversations } = storage;
  const at = new Date(Date.now() - HOUR).toISOString();
  for (const to of WAITING) {
    await conversations.open('alder', { session: to }, { id: to, record: begun(at) });
    await conversations.write({ id: 'alder' }, to, {
      decide: (held) => asked(mailedTo(held, to), { client: 'one', text: 'Is it blue?' }, at),
    });
    await conversations.write({ id: 'alder' }, to, {
      decide: (held) => answered(held, { from: 'staff', name: 'Jo', text: `Yes, ${to}` }, at),
    });
  }
  await storage.catalogue.put(aShop(), [aCustomer({ email: 'mara@kern.eu' })]);
  await storage.close();
  return cwd;
}

async function serving(cwd: string, smtp: number): Promise<ServerProcess> {
  const mail = { from: 'desk@alder.example', smtp: `smtp://127.0.0.1:${smtp}` };
  writeFileSync(join(cwd, 'front-desk.config.json'), JSON.stringify(aConfig({ mail })));
  const server = await startServerProcess([], { cwd });
  open.push(() => server.child.kill('SIGKILL'));
  return server;
}

const portOf = async (server: Pick<Server, 'listen' | 'address'>): Promise<number> => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as AddressInfo).port;
};

/** Takes calls and brings none to an end; `called` resolves with the so manieth. */
async function aDeadSmtpServer(greet: (socket: Socket) => void) {
  const sockets = new Set<Socket>();
  const waiting: { count: number; resolve: () => void }[] = [];
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    greet(socket);
    for (const { count, resolve } of waiting) if (sockets.size >= count) resolve();
  });
  open.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const called = (count: number) =>
    new Promise<void>((resolve) => {
      if (sockets.size >= count) resolve();
      waiting.push({ count, resolve });
    });
  return { port: await portOf(server), called };
}

/** Says a little of its answer every second, so that no patience with silence ends it. */
function drip(socket: Socket): void {
  socket.write('220 mail.example\r\n');
  const drops = setInterval(() => socket.write('250-more\r\n'), 1000);
  socket.on('close', () => clearInterval(drops));
}

/** Reads mails; `all` resolves once each of those that waited has come. */
async function anSmtpServer() {
  const received: string[] = [];
  let resolve!: () => void;
  const all = new Promise<void>((done) => (resolve = done));
  const smtp = new SMTPServer({
    authOptional: true,
    closeTimeout: 1,
    disabledCommands: ['STARTTLS'],
    onData(stream, { envelope }, done) {
      stream.resume().on('end', () => {
        received.push(...envelope.rcptTo.map(({ address }) => address));
        if (WAITING.every((to) => received.includes(to))) resolve();
        done();
      });
    },
  });
  smtp.on('error', () => undefined);
  open.push(() => new Promise<void>((done) => smtp.close(done)));
  await new Promise<void>((done) => smtp.listen(0, '127.0.0.1', done));
  return { port: (smtp.server.address() as AddressInfo).port, received, all };
}

/** Asks until nobody takes the call any more. */
async function refused(url: string): Promise<void> {
  for (;;)
    try {
      await (await fetch(`${url}/healthz`)).text();
    } catch {
      return;
    }
}

describe('SIGTERM while mails wait', { concurrency: true }, () => {
  const dead = { 'says nothing': () => undefined, 'never comes to an end': drip };
  for (const [what, greet] of Object.entries(dead))
    test(`and the mail server ${what}: no new request, gone in time, each mail sent by the next`, async () => {
      const cwd = await aFolderWithMails();
      const smtp = await aDeadSmtpServer(greet);
      const server = await serving(cwd, smtp.port);
      // the check at the start, and the first of the mails
      await smtp.called(2);
      assert.equal((await askCode(server)).status, 202);
      await smtp.called(3);

      const asked = performance.now();
      server.child.kill('SIGTERM');
      await refused(server.url);
      assert.equal(server.child.exitCode, null, 'what is under way goes on');
      assert.equal(await server.ended, 0);
      const took = (performance.now() - asked) / 1000;
      assert.ok(took < 16, `${took} s`);
      assert.match(server.stderr(), /"event":"stopped"/);

      const { port, received, all } = await anSmtpServer();
      const next = await serving(cwd, port);
      await all;
      next.child.kill('SIGTERM');
      assert.equal(await next.ended, 0);
      assert.deepEqual(received.sort(), WAITING);
    });
});
