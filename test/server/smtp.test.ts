import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { after, describe, test } from 'node:test';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { MailFailure } from '../../src/server/drivers/mail-failure.ts';
import { createSmtpMailer, type SmtpMailer } from '../../src/server/drivers/smtp.ts';

const mail = {
  shop: 'alder',
  to: 'mara@kern.eu',
  subject: 'Your code is 482913',
  text: 'Your code is 482913',
  html: '<p>Your code is <b>482913</b></p>',
};

const open: { close(): unknown }[] = [];
after(() => Promise.all(open.map((each) => each.close())));

/** A real server on a free port, and what it was given. */
async function anSmtpServer(options: SMTPServerOptions = {}, host = '127.0.0.1') {
  const received: { from: string; to: string[]; content: string }[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      let content = '';
      stream.on('data', (part: Buffer) => (content += part.toString()));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        received.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          content,
        });
        done();
      });
    },
    ...options,
  });
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  open.push({ close: () => new Promise<void>((done) => server.close(done)) });
  return { received, port: (server.server.address() as AddressInfo).port };
}

function mailerTo(url: string, tls: 'required' | 'optional' = 'required'): SmtpMailer {
  const mailer = createSmtpMailer({
    url,
    tls,
    from: () => 'Alder <desk@alder.example>',
    patience: 1000,
  });
  open.unshift(mailer);
  return mailer;
}

const failsWith = (code: string) => (error: unknown) => {
  assert.ok(error instanceof MailFailure, String(error));
  assert.equal(error.code, code);
  assert.ok(!error.message.includes('mara@kern.eu'));
  return true;
};

describe('mail over SMTP', () => {
  test('arrives whole, from the shop, to the one recipient', async () => {
    const { received, port } = await anSmtpServer();
    await mailerTo(`smtp://127.0.0.1:${port}`).send(mail);
    assert.equal(received.length, 1);
    const [{ from, to, content }] = received as [(typeof received)[0]];
    assert.equal(from, 'desk@alder.example');
    assert.deepEqual(to, ['mara@kern.eu']);
    assert.match(content, /From: Alder <desk@alder\.example>/);
    assert.match(content, /Subject: Your code is 482913/);
    assert.match(content, /text\/plain[^]*Your code is 482913[^]*text\/html[^]*<b>482913<\/b>/);
    assert.match(content, /Auto-Submitted: auto-generated/);
  });

  test('an address with a comma is one recipient, and no header can be smuggled in', async () => {
    const { received, port } = await anSmtpServer();
    const mailer = mailerTo(`smtp://127.0.0.1:${port}`);
    await mailer.send({ ...mail, to: 'mara@kern.eu', subject: 'Hi\r\nBcc: eve@example.com' });
    assert.deepEqual(received[0]?.to, ['mara@kern.eu']);
    assert.doesNotMatch(received[0].content, /^Bcc:/m);
    await mailer.send({ ...mail, to: 'mara@kern.eu, eve@example.com' }).catch(() => undefined);
    assert.ok(!received.some(({ to }) => to.includes('eve@example.com')));
  });

  test('signs in with what the address holds', async () => {
    const seen: unknown[] = [];
    const { port } = await anSmtpServer({
      authOptional: false,
      allowInsecureAuth: true,
      onAuth({ username, password }, _, done) {
        seen.push(username, password);
        done(null, { user: username });
      },
    });
    await mailerTo(`smtp://desk:p%40ss@127.0.0.1:${port}`).check();
    assert.deepEqual(seen, ['desk', 'p@ss']);
  });

  // whoever changes the password at the mail server mends it here later: no mail is lost meanwhile
  test('a server that does not want our sign-in finds us unfit, not the mail', async () => {
    const { port } = await anSmtpServer({
      allowInsecureAuth: true,
      onAuth: (_, __, done) => done(new Error('no')),
    });
    const mailer = mailerTo(`smtp://desk:wrong@127.0.0.1:${port}`);
    await assert.rejects(mailer.send(mail), failsWith('unfit'));
    await assert.rejects(mailer.check(), failsWith('unfit'));
  });

  const answers =
    (responseCode: number, text: string): NonNullable<SMTPServerOptions['onRcptTo']> =>
    (_, __, done) =>
      done(Object.assign(new Error(text), { responseCode }));
  const cases: [what: string, options: SMTPServerOptions, code: string][] = [
    ['the recipient', { onRcptTo: answers(550, 'no such box') }, 'refused'],
    [
      'the text',
      {
        onData(stream, _, done) {
          stream.resume();
          stream.on('end', () => done(Object.assign(new Error('spam'), { responseCode: 554 })));
        },
      },
      'refused',
    ],
    ['the sender', { onMailFrom: answers(553, 'not yours') }, 'unfit'],
    [
      'the sender, told at the recipient',
      { onRcptTo: answers(553, '5.7.1 <Desk@alder.example>: Sender address rejected') },
      'unfit',
    ],
    [
      'to pass our mail on',
      { onRcptTo: answers(554, '5.7.1 <mara@kern.eu>: Relay access denied') },
      'unfit',
    ],
    ['who has not signed in', { onRcptTo: answers(530, 'sign in first') }, 'unfit'],
    [
      'anybody',
      { onConnect: (_, done) => done(Object.assign(new Error('no'), { responseCode: 554 })) },
      'unfit',
    ],
  ];
  for (const [what, options, code] of cases)
    test(`a server that does not want ${what}: ${code}`, async () => {
      const { port } = await anSmtpServer(options);
      await assert.rejects(mailerTo(`smtp://127.0.0.1:${port}`).send(mail), failsWith(code));
    });

  test('an address that no server can be told of is refused', async () => {
    const { port } = await anSmtpServer();
    const mailer = mailerTo(`smtp://127.0.0.1:${port}`);
    await assert.rejects(mailer.send({ ...mail, to: 'mara@<kern>.eu' }), failsWith('refused'));
  });

  test('a server that says "not now" is an outage', async () => {
    const { port } = await anSmtpServer({
      onRcptTo: (_, __, done) => done(Object.assign(new Error('busy'), { responseCode: 451 })),
    });
    await assert.rejects(mailerTo(`smtp://127.0.0.1:${port}`).send(mail), failsWith('unreachable'));
  });

  test('a port where nobody listens is an outage, told at once', async () => {
    const { port } = await anSmtpServer();
    await (open.pop() as { close(): Promise<void> }).close();
    await assert.rejects(mailerTo(`smtp://127.0.0.1:${port}`).send(mail), failsWith('unreachable'));
  });

  test('a server that takes the call and says nothing is an outage', async () => {
    const mute = createServer(() => undefined);
    const sockets = new Set<{ destroy(): void }>();
    mute.on('connection', (socket) => sockets.add(socket));
    await new Promise<void>((resolve) => mute.listen(0, '127.0.0.1', resolve));
    const { port } = mute.address() as AddressInfo;
    await assert.rejects(mailerTo(`smtp://127.0.0.1:${port}`).send(mail), failsWith('unreachable'));
    for (const socket of sockets) socket.destroy();
    await new Promise((done) => mute.close(done));
  });

  test('a check that comes to no end is broken off when the mailer is closed', async () => {
    let called!: () => void;
    const call = new Promise<void>((resolve) => (called = resolve));
    const chatty = createServer((socket) => {
      socket.on('error', () => undefined).write('220 mail.example\r\n');
      // no patience with silence ends it
      const drops = setInterval(() => socket.write('250-more\r\n'), 200);
      socket.on('close', () => clearInterval(drops));
      open.push({ close: () => socket.destroy() });
      called();
    });
    await new Promise<void>((resolve) => chatty.listen(0, '127.0.0.1', resolve));
    open.push(chatty);
    const mailer = mailerTo(`smtp://127.0.0.1:${(chatty.address() as AddressInfo).port}`);
    const check = assert.rejects(mailer.check(), failsWith('unreachable'));
    await call;
    mailer.close();
    await check;
  });

  test('nothing leaves this machine unencrypted, unless the shop says so', async () => {
    // Another name for this machine, so not one that is trusted.
    const { received, port } = await anSmtpServer({}, '127.0.0.2');
    const url = `smtp://127.0.0.2:${port}`;
    await assert.rejects(mailerTo(url).send(mail), failsWith('unfit'));
    assert.equal(received.length, 0);
    await mailerTo(url, 'optional').send(mail);
    assert.equal(received.length, 1);
  });

  test('works again after the outage', async () => {
    let broken = true;
    const { received, port } = await anSmtpServer({
      onMailFrom: (_, __, done) =>
        broken ? done(Object.assign(new Error('down'), { responseCode: 421 })) : done(),
    });
    const mailer = mailerTo(`smtp://127.0.0.1:${port}`);
    await assert.rejects(mailer.send(mail), failsWith('unreachable'));
    broken = false;
    await mailer.send(mail);
    assert.equal(received.length, 1);
  });
});
