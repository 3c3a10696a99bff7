import assert from 'node:assert/strict';
import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Ajv } from 'ajv';
import { run } from '../../src/server/cli/program.ts';
import { loadConfig } from '../../src/server/config/load.ts';
import { aTerminal, answering, type TestTerminal } from './terminal.ts';

const FILE = 'front-desk.config.json';
const flags = [
  'init',
  '--name',
  'Café Söhne',
  '--origins',
  'https://a.example, https://b.example',
  '--currency',
  'EUR',
  '--time-zone',
  'Europe/Berlin',
];
const fileOf = ({ cwd }: TestTerminal, name = FILE) => join(cwd, name);
const loaded = (terminal: TestTerminal, environment: Record<string, string> = {}) =>
  loadConfig(fileOf(terminal), (name) => environment[name]);

describe('init by flags', () => {
  test('writes a config that the server takes as it is', async () => {
    const terminal = aTerminal();
    assert.equal(await run(flags, terminal), 0);
    const [shop] = loaded(terminal).shops;
    assert.equal(shop?.id, 'cafe-sohne');
    assert.deepEqual(shop.origins, ['https://a.example', 'https://b.example']);
    assert.equal(shop.timeZone, 'Europe/Berlin');
    assert.equal(shop.guestTracking, 'number');
    assert.match(terminal.told(), /Next: front-desk-server serve\n$/);
  });

  test('makes a webhook secret that is another each time, in a file for its user alone', async () => {
    const [one, other] = [aTerminal(), aTerminal()];
    for (const terminal of [one, other]) await run(flags, terminal);
    const [first, second] = [one, other].map(
      (terminal) => loaded(terminal).shops[0]!.webhookSecret,
    );
    assert.ok(Buffer.from(first!, 'base64url').length >= 32);
    assert.notEqual(first, second);
    assert.equal(statSync(fileOf(one)).mode & 0o777, 0o600);
  });

  test('with DATABASE_URL set takes the database from there, and makes the pepper all need', async () => {
    const url = 'postgres://desk:secret@db.example/desk';
    const environment = { DATABASE_URL: url };
    const terminal = aTerminal({ environment });
    assert.equal(await run(flags, terminal), 0);
    assert.doesNotMatch(readFileSync(fileOf(terminal), 'utf8'), /secret@/);
    const { database, pepper } = loaded(terminal, environment);
    assert.equal(database, url);
    assert.ok(Buffer.from(pepper!, 'base64url').length >= 32);
  });

  test('writes the schema beside it, and the file agrees with it', async () => {
    const terminal = aTerminal();
    await run(flags, terminal);
    const config = JSON.parse(readFileSync(fileOf(terminal), 'utf8')) as { $schema: string };
    const schema = JSON.parse(readFileSync(join(terminal.cwd, config.$schema), 'utf8')) as object;
    assert.ok(new Ajv({ strict: false, validateFormats: false }).validate(schema, config));
  });

  test('mail comes from the help desk under the shop’s name; the password stays outside', async () => {
    const terminal = aTerminal();
    await run(
      [
        ...flags,
        '--email',
        'help@a.example',
        '--smtp',
        'smtps://desk:${SMTP_PASSWORD}@mail.a.example',
      ],
      terminal,
    );
    assert.equal(
      JSON.parse(readFileSync(fileOf(terminal), 'utf8')).mail.smtp,
      'smtps://desk:${SMTP_PASSWORD}@mail.a.example',
    );
    const { mail } = loaded(terminal, { SMTP_PASSWORD: 'x' });
    assert.deepEqual(mail, {
      from: 'Café Söhne <help@a.example>',
      smtp: 'smtps://desk:x@mail.a.example',
      tls: 'required',
    });
  });

  test('without a mail server it says what is off', async () => {
    const terminal = aTerminal();
    await run(flags, terminal);
    assert.match(terminal.told(), /sign-in by code is off/);
  });

  test('never replaces a file, unless told to', async () => {
    const terminal = aTerminal();
    writeFileSync(fileOf(terminal), 'mine');
    assert.equal(await run(flags, terminal), 2);
    assert.equal(readFileSync(fileOf(terminal), 'utf8'), 'mine');
    assert.match(terminal.complained(), /is there already\. Keep it, or add --force\./);
    assert.equal(await run([...flags, '--force'], terminal), 0);
    assert.equal(loaded(terminal).shops.length, 1);
  });

  test('what is missing is named by its flags', async () => {
    const terminal = aTerminal();
    assert.equal(await run(['init', '--name', 'A'], terminal), 2);
    assert.match(terminal.complained(), /give --origins, --currency/);
    assert.equal(existsSync(fileOf(terminal)), false);
  });

  for (const [flag, value, told] of [
    ['--time-zone', 'Mars/Olympus', /\/shop\/timeZone: Not a time zone/],
    ['--currency', 'EURO', /\/shop\/currency: Not a currency/],
    ['--origins', 'a.example', /\/shop\/origins\/0: Not an origin/],
    ['--guest-tracking', 'perhaps', /\/shop\/guestTracking/],
    ['--policy', 'generous', /\/shop\/policy: Not a policy\. Name a preset/],
    ['--email', 'nobody', /\/shop\/contact\/email/],
  ] as const)
    test(`${flag} ${value} is refused and nothing is written`, async () => {
      const terminal = aTerminal();
      assert.equal(await run([...flags, flag, value], terminal), 2);
      assert.match(terminal.complained(), told);
      assert.equal(existsSync(fileOf(terminal)), false);
    });

  test('takes another place for the file, and says how to serve it', async () => {
    const terminal = aTerminal();
    assert.equal(await run([...flags, '--config', 'shops/a.json'], terminal), 0);
    assert.equal(existsSync(fileOf(terminal, 'shops/a.json')), true);
    assert.match(terminal.told(), /serve --config shops\/a\.json/);
  });
});

describe('init in a terminal', () => {
  test('asks, offers what it can guess, and asks again after a wrong answer', async () => {
    const terminal = aTerminal();
    answering(terminal, [
      'Alder',
      '',
      'alder.example',
      'https://alder.example',
      'Nowhere',
      'Europe/Amsterdam',
      'euro',
      'EUR',
      '',
      'generous',
      'fashion',
      '#24523f',
      'help@alder.example',
      '',
      '',
      'http://erp.alder.example/hook',
      'https://erp.alder.example/hook',
    ]);
    assert.equal(await run(['init'], terminal), 0, terminal.complained());
    const [shop] = loaded(terminal).shops;
    assert.equal(shop?.id, 'alder');
    assert.deepEqual(shop.origins, ['https://alder.example']);
    assert.equal(shop.timeZone, 'Europe/Amsterdam');
    assert.equal(shop.policy?.returns.exchangeFor, 'any');
    assert.deepEqual(shop.brand, { accent: '#24523f' });
    assert.deepEqual(shop.contact, { email: 'help@alder.example' });
    assert.match(terminal.told(), /Write scheme and host without a path/);
    const [webhook] = shop.webhooks ?? [];
    assert.equal(webhook?.url, 'https://erp.alder.example/hook');
    assert.deepEqual(webhook.events, [
      'order.*',
      'return.*',
      'refund.requested',
      'charge.failed',
      'customer.*',
    ]);
    assert.ok(Buffer.from(webhook.secret!, 'base64url').length >= 32);
    assert.notEqual(webhook.secret, shop.webhookSecret);
    assert.match(terminal.told(), /Use an IANA name/);
    assert.match(terminal.told(), /Write an https:\/\/ address/);
    assert.match(terminal.told(), /Short name, for data-shop \(alder\): /);
  });

  test('does not ask what a flag has said', async () => {
    const terminal = aTerminal();
    answering(terminal, ['', '', '', '', '', '', '', '', '']);
    assert.equal(await run(flags, terminal), 0);
    assert.doesNotMatch(terminal.told(), /Name of the shop|Currency/);
  });

  test('answers that end early write nothing', async () => {
    const terminal = aTerminal();
    answering(terminal, ['Alder']);
    assert.equal(await run(['init'], terminal), 2);
    assert.equal(existsSync(fileOf(terminal)), false);
    assert.match(terminal.complained(), /Nothing was written/);
  });
});

describe('the command line', () => {
  test('help goes to stdout and is no failure; it tells the exit codes', async () => {
    for (const words of [
      ['--help'],
      ['serve', '--help'],
      ['import', '--help'],
      ['init', '--help'],
      ['webhooks', 'list', '--help'],
    ]) {
      const terminal = aTerminal();
      assert.equal(await run(words, terminal), 0);
      assert.match(terminal.told(), /Exit codes: 0 done/);
      assert.equal(terminal.complained(), '');
    }
  });

  test('an unknown command or flag is a wrong use', async () => {
    for (const words of [
      ['sell'],
      ['serve', '--cloud'],
      ['serve', '--port', '70000'],
      ['import'],
      ['webhooks', 'send'],
    ]) {
      const terminal = aTerminal();
      assert.equal(await run(words, terminal), 2, words.join(' '));
      assert.match(terminal.complained(), /--help/);
    }
  });
});
