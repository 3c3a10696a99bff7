import assert from 'node:assert/strict';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { conversationMail } from '../../src/backend/channels/email/conversation-mail.ts';
import { createBuiltinPlatform } from '../../src/backend/platforms/builtin/builtin.ts';
import { createMailUnseen } from '../../src/backend/services/conversation-mails.ts';
import { answered, asked, begun, mailedTo } from '../../src/domain/conversations/conversations.ts';
import { createSmtpMailer, type SmtpMailer } from '../../src/server/drivers/smtp.ts';
import { holdingMails } from '../../src/server/held-mails.ts';
import { aBackend, shopsOf, type BackendUnderTest } from '../builders/backend.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const WAITING = Array.from({ length: 20 }, (_, nth) => `shopper-${nth}@mail.example`);
const mail = { shop: 'alder', to: 'mara@kern.eu', subject: 'Code', text: '482913', html: '' };

let desk: BackendUnderTest;
let smtp: SMTPServer;
let signIns: number;
let isLocked: boolean;
let isBusy: boolean;
let received: string[];
let mailers: SmtpMailer[];

beforeEach(async () => {
  desk = await aBackend();
  [signIns, isLocked, isBusy, received, mailers] = [0, true, false, [], []];
  smtp = new SMTPServer({
    allowInsecureAuth: true,
    closeTimeout: 1,
    disabledCommands: ['STARTTLS'],
    onConnect: (_, done) =>
      done(isBusy ? Object.assign(new Error('busy'), { responseCode: 421 }) : undefined),
    onAuth(_, __, done) {
      signIns += 1;
      if (isLocked) done(new Error('wrong password'));
      else done(null, { user: 'desk' });
    },
    onMailFrom: ({ address }, _, done) =>
      done(
        address === 'beech@desk.example'
          ? Object.assign(new Error('not yours'), { responseCode: 553 })
          : undefined,
      ),
    onData(stream, { envelope }, done) {
      stream.resume().on('end', () => {
        received.push(...envelope.rcptTo.map(({ address }) => address));
        done();
      });
    },
  });
  smtp.on('error', () => undefined);
  await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
});
afterEach(async () => {
  for (const mailer of mailers) mailer.close();
  await new Promise<void>((resolve) => smtp.close(resolve));
  await desk.close();
});

/** What a process has of its own: a mailer, and what its log says of it. */
function aProcess() {
  const told: unknown[] = [];
  const clock = () => desk.clock.now;
  const { port } = smtp.server.address() as AddressInfo;
  const mailer = holdingMails(
    createSmtpMailer({
      ...{ url: `smtp://desk:secret@127.0.0.1:${port}`, tls: 'required' },
      from: (shop) => `${shop}@desk.example`,
    }),
    { clock, failed: (error) => told.push((error as { code?: unknown }).code) },
  );
  mailers.push(mailer);
  const { storage, limits } = desk;
  const mailUnseen = createMailUnseen({
    ...{ store: storage.conversations, platform: createBuiltinPlatform(storage, clock), limits },
    ...{ shops: shopsOf([desk.shop]), mailer, letter: conversationMail, clock },
    log: { info: () => undefined, error: () => undefined },
  });
  return { mailer, told, mailUnseen: () => mailUnseen(desk.clock.now) };
}

/** Answers that nobody has seen. */
async function aQueueOfAnswers(): Promise<void> {
  const { conversations } = desk.storage;
  const at = desk.clock.now.toISOString();
  for (const to of WAITING) {
    await conversations.open(desk.shop.id, { session: to }, { id: to, record: begun(at) });
    await conversations.write(desk.shop, to, {
      decide: (held) => asked(mailedTo(held, to), { client: 'one', text: 'Is it blue?' }, at),
    });
    await conversations.write(desk.shop, to, {
      decide: (held) => answered(held, { from: 'staff', name: 'Jo', text: 'Yes' }, at),
    });
  }
  desk.clock.pass(HOUR);
}

const failsWith = (code: string) => (error: unknown) =>
  assert.equal((error as { code?: unknown }).code, code) === undefined;

describe('While a mail server does not take our password', () => {
  test('each process signs in once, however many mails wait; then all go out, each once', async () => {
    await aQueueOfAnswers();
    const [one, other] = [aProcess(), aProcess()];
    await Promise.all([one.mailUnseen(), other.mailUnseen()]);
    assert.equal(signIns, 2);
    await Promise.all([one.mailUnseen(), other.mailUnseen()]);
    assert.equal(signIns, 2, 'not before its time');

    // longer than an answer is news otherwise
    for (let hour = 0; hour < 72; hour += 1) {
      desk.clock.pass(HOUR);
      await Promise.all([one.mailUnseen(), other.mailUnseen()]);
    }
    assert.equal(signIns, 2 + 72 * 2);
    assert.deepEqual(received, []);

    isLocked = false;
    desk.clock.pass(10 * MINUTE);
    await Promise.all([one.mailUnseen(), other.mailUnseen()]);
    assert.deepEqual(received.toSorted(), WAITING.toSorted());
  });

  test('all go out at once when the process is started anew with the right one', async () => {
    await aQueueOfAnswers();
    await aProcess().mailUnseen();
    isLocked = false;
    await aProcess().mailUnseen();
    assert.deepEqual(received.toSorted(), WAITING.toSorted());
  });

  test('codes do not sign in either, and fail as the first did', async () => {
    const { mailer } = aProcess();
    for (const _ of WAITING) await assert.rejects(mailer.send(mail), failsWith('unfit'));
    assert.equal(signIns, 1);
    isLocked = false;
    desk.clock.pass(MINUTE);
    await mailer.send(mail);
    assert.deepEqual(received, [mail.to]);
  });

  test('it is tried again after one minute, and then every ten; the log tells each time', async () => {
    const { mailer, told } = aProcess();
    await assert.rejects(mailer.check(), failsWith('unfit'));
    const tried: number[] = [];
    for (let minute = 1; minute <= 30; minute += 1) {
      desk.clock.pass(MINUTE);
      const before = signIns;
      assert.equal(await mailer.ready(), false);
      if (signIns > before) tried.push(minute);
    }
    assert.deepEqual(tried, [1, 11, 21]);
    assert.deepEqual(
      told,
      tried.map(() => 'unfit'),
    );
  });

  test('those who ask at the same moment share one sign-in', async () => {
    const { mailer } = aProcess();
    await assert.rejects(mailer.check());
    desk.clock.pass(MINUTE);
    const asked = [mailer.ready(), mailer.ready(), mailer.send(mail).catch(() => false)];
    assert.deepEqual(await Promise.all(asked), [false, false, false]);
    assert.equal(signIns, 2);
  });
});

describe('Mails are not held back', () => {
  beforeEach(() => void (isLocked = false));

  test('because one shop’s sender is not wanted: another’s goes out', async () => {
    const { mailer } = aProcess();
    await assert.rejects(mailer.send({ ...mail, shop: 'beech' }), failsWith('unfit'));
    assert.equal(await mailer.ready(), true);
    await mailer.send(mail);
    assert.deepEqual(received, [mail.to]);
  });

  test('by an outage: the next is tried at once', async () => {
    const { mailer } = aProcess();
    isBusy = true;
    await assert.rejects(mailer.send(mail), failsWith('unreachable'));
    isBusy = false;
    await mailer.send(mail);
    assert.deepEqual(received, [mail.to]);
  });
});
