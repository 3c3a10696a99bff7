import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import { dateOf, examineClock } from '../../../src/server/doctor/clock.ts';
import { examineLock, examineMigrations } from '../../../src/server/doctor/database.ts';
import { examineDisk, judgeSpace } from '../../../src/server/doctor/disk.ts';
import { examineAddress, examineMail } from '../../../src/server/doctor/mail.ts';
import { examineOrigins } from '../../../src/server/doctor/origins.ts';
import { examinePayments } from '../../../src/server/doctor/payments.ts';
import { examinePolicy } from '../../../src/server/doctor/policy.ts';
import { examineSecrets } from '../../../src/server/doctor/secrets.ts';
import { examineVersions, sqliteVersion } from '../../../src/server/doctor/versions.ts';
import { MailFailure } from '../../../src/server/drivers/mail-failure.ts';
import { holdSqliteFile, openSqliteFile } from '../../../src/server/drivers/sqlite.ts';
import { presets } from '../../../src/domain/policy/presets/presets.ts';
import { failedMove } from '../../../src/domain/money/move-failures.ts';
import { openDatabase } from '../../../src/server/open-database.ts';
import { aFolder } from '../folder.ts';
import { says } from './says.ts';

const STRONG = 'Zk3v9QpX7tLm2WcR8sYb4HdN6fJg1TaE';
const MIB = 2 ** 20;

describe('origins', () => {
  const cases: [origins: string[], wanted: RegExp[]][] = [
    [['https://www.alder.eu', 'https://alder.eu'], [/^ok: .*https/]],
    [['https://shop.alder.eu'], [/^ok/]],
    [['https://alder.eu'], [/^ok/, /^note: https:\/\/www\.alder\.eu is not an origin/]],
    [['https://www.alder.eu'], [/^ok/, /^note: https:\/\/alder\.eu is not an origin/]],
    [['http://localhost:8080'], [/^note: .* is this machine/, /^broken: No page of alder/]],
    [
      ['https://shop.alder.eu', 'http://127.0.0.1:3000'],
      [/^ok/, /^note: .*this machine/],
    ],
    [['https://alder.example'], [/^warning: .* is no name on the web/]],
    [['https://intranet'], [/^warning: .* is no name on the web/]],
    [['https://alder.local'], [/^warning: .* is no name on the web/]],
  ];
  for (const [origins, wanted] of cases)
    test(origins.join(' and '), () => says(examineOrigins([{ id: 'alder', origins }]), wanted));
});

describe('payments', () => {
  const stripe = (secretKey: string) => ({
    ...{ driver: 'stripe' as const, secretKey, webhookSecret: 'whsec_8f14e45fceea167a' },
  });
  const live = stripe('rk_live_4eC39HqLyjWD');
  const takes = () => Promise.resolve(undefined);
  const cases: [
    payments: Parameters<typeof examinePayments>[0][number]['payments'],
    ask: Parameters<typeof examinePayments>[1],
    wanted: RegExp,
  ][] = [
    [undefined, takes, /^note: alder has no payments/],
    [{ driver: 'sandbox' }, takes, /^warning: alder pays by the sandbox/],
    [live, takes, /^ok: Stripe takes the key of alder/],
    [stripe('sk_test_4eC39HqLyjWD'), takes, /^warning: .* a test key: no money moves/],
    [live, async () => failedMove('credentials'), /^broken: Stripe does not take the key/],
    [live, async () => failedMove('unreachable'), /^broken: Stripe does not answer .*unreachable/],
  ];
  for (const [payments, ask, wanted] of cases)
    test(wanted.source, async () => {
      const findings = await examinePayments([{ id: 'alder', payments }], ask);
      says(findings, [wanted]);
      assert.doesNotMatch(JSON.stringify(findings), /4eC39HqLyjWD|8f14e45fceea167a/);
    });
});

describe('a policy', () => {
  const told = {
    url: 'https://erp.alder.example/desk',
    events: ['*' as const],
    privateNetwork: false,
  };
  const shop = { id: 'alder', webhooks: [told], labels: undefined, payments: undefined };
  const sandbox = { driver: 'sandbox' } as const;
  const labels = { ...sandbox, returnTo: { lines: ['Dok 3'], city: 'Ghent', country: 'BE' } };
  const cases: [Partial<Parameters<typeof examinePolicy>[0]>, RegExp[]][] = [
    [{}, [/^note: Shoppers of alder settle nothing/]],
    [
      { policy: presets.default },
      [/^note: .* names drop_off, label, which is not offered/, /^note: .* nobody takes the diff/],
    ],
    [{ policy: presets.default, payments: sandbox, labels }, [/^ok: All that the policy of alder/]],
    [
      { policy: presets.default, payments: sandbox, labels, webhooks: undefined },
      [/^warning: .* no system of the shop hears of it/],
    ],
    [{ policy: presets.fashion, labels }, [/nobody takes/, /^note: .* nobody can hold/]],
  ];
  for (const [wanted, found] of cases)
    test(found.map(({ source }) => source).join(' and '), () =>
      says(examinePolicy({ ...shop, ...wanted }), found),
    );
});

describe('secrets', () => {
  const folder = aFolder('doctor');
  const file = (name: string, text: string, mode: number): string => {
    const path = join(folder, name);
    writeFileSync(path, text);
    chmodSync(path, mode);
    return path;
  };
  const shop = (webhookSecret: string, id = 'alder') => ({ id, webhookSecret });
  const database = join(folder, 'none.db');
  const given = { database, pepper: STRONG, shops: [shop(STRONG)] };

  const weak = ['a-webhook-secret-of-32-characters', 'x'.repeat(40), 'abc123abc123abc123abc123'];
  for (const secret of [...weak, 'correct-change-me-battery-staple'])
    test(`the webhook secret ${secret} can be guessed`, () =>
      says(examineSecrets({ ...given, shops: [shop(secret)] }), [/^broken: The webhook secret/]));

  const WEAK = 'change-me-before-shoppers-come-to-us';
  const withAll = (secret: string): Parameters<typeof examineSecrets>[0] => ({
    ...{ database, pepper: STRONG },
    metrics: { port: 9464, host: '127.0.0.1', token: secret },
    scanner: { url: 'http://scan.internal/', timeoutSeconds: 30, token: secret },
    shops: [
      {
        ...shop(secret),
        identityKeys: [{ kid: 'k-1', alg: 'HS256', secret }],
        webhooks: [
          { url: 'https://erp.alder.eu/in', events: ['*'], secret, privateNetwork: false },
        ],
        shopify: { webhookSecret: secret },
        payments: {
          ...{ driver: 'stripe', secretKey: 'rk_live_4eC39HqLyjWD' },
          webhookSecret: `whsec_${secret}`,
        },
      },
    ],
  });
  test('every secret that the config has, by one rule', () => {
    const findings = examineSecrets(withAll(WEAK));
    says(findings, [
      /^broken: The webhook secret of alder can be guessed/,
      /^broken: The key k-1 of alder’s own login can be guessed/,
      /^broken: The secret of alder for erp\.alder\.eu can be guessed/,
      /^broken: Shopify’s webhook secret of alder can be guessed/,
      /^broken: Stripe’s webhook secret of alder can be guessed/,
      /^broken: The token of metrics can be guessed/,
      /^broken: The token of the scanner can be guessed/,
    ]);
    assert.ok(!JSON.stringify(findings).includes(WEAK));
    says(examineSecrets(withAll(STRONG)), [/^ok/]);
  });
  test('one that is short can be guessed, whatever it says', () =>
    says(examineSecrets({ ...given, shops: [shop('Zk3v9QpX7tLm2Wc')] }), [/^broken: The webhook/]));

  test('a secret of openssl is strong, and is not told', () => {
    const findings = examineSecrets(given);
    says(findings, [/^ok/]);
    assert.ok(!JSON.stringify(findings).includes(STRONG));
  });
  test('two shops with one secret', () =>
    says(examineSecrets({ ...given, shops: [shop(STRONG), shop(STRONG, 'birch')] }), [
      /^warning: birch has the webhook secret of another/,
    ]));
  test('a pepper that can be guessed', () =>
    says(examineSecrets({ ...given, pepper: '0'.repeat(32) }), [/^broken: The pepper/]));
  test('no pepper at all, on Postgres', () =>
    says(examineSecrets({ shops: [shop(STRONG)] }), [/^broken: There is no pepper/]));
  test('a config that others can read', () =>
    says(examineSecrets({ ...given, config: file('open.json', '{}', 0o644) }), [
      /^warning: Others can read .*open\.json/,
    ]));
  test('a database that others can read', () =>
    says(examineSecrets({ ...given, database: file('open.db', '', 0o640) }), [
      /^warning: Others can read .*open\.db/,
    ]));

  const pepper = Buffer.alloc(32, 7).toString('base64url');
  const peppers: [name: string, text: string | undefined, mode: number, wanted: RegExp][] = [
    ['closed', pepper, 0o600, /^ok/],
    ['open', pepper, 0o644, /^broken: Others can read .*open-1\.db\.pepper/],
    ['damaged', 'short', 0o600, /^broken: .*damaged-1\.db\.pepper is damaged/],
    ['missing', undefined, 0, /^note: There is no pepper yet/],
  ];
  for (const [name, text, mode, wanted] of peppers)
    test(`a pepper’s file that is ${name}`, () => {
      if (text !== undefined) file(`${name}-1.db.pepper`, text, mode);
      const at = join(folder, `${name}-1.db`);
      says(examineSecrets({ database: at, shops: [shop(STRONG)] }), [wanted]);
    });

  test('a pepper’s file that is gone from beside its database', () => {
    const [finding, ...others] = examineSecrets({
      database: file('kept.db', '', 0o600),
      shops: [shop(STRONG)],
    });
    assert.deepEqual(others, []);
    assert.equal(finding?.level, 'warning');
    assert.match(finding.what, /kept\.db\.pepper is gone/);
    assert.match(finding.todo!, /^Bring it back .* staff reset\.$/);
  });
});

describe('mail', () => {
  const failing = (error: Error) => ({ check: () => Promise.reject(error) });
  const cases: [when: string, mailer: Parameters<typeof examineMail>[0], wanted: RegExp][] = [
    ['there is none', undefined, /^warning: There is no mail/],
    ['it is well', { check: () => Promise.resolve() }, /^ok/],
    ['it wants none of us', failing(new MailFailure('unfit', 0)), /^broken: .*does not want us/],
    ['it is away', failing(new MailFailure('unreachable', 0)), /^broken: .*does not answer/],
  ];
  for (const [when, mailer, wanted] of cases)
    test(`when ${when}`, async () => says([await examineMail(mailer)], [wanted]));

  test('whose links lead to the console, where there is an address', () => {
    says(examineAddress(undefined), [/^note: .* nobody signs in to the console/]);
    says(examineAddress('https://desk.alder.eu'), []);
  });
});

describe('the clock', () => {
  const now = new Date('2026-11-23T09:00:00Z');
  const cases: [seconds: number | undefined, wanted: RegExp][] = [
    [0, /^ok: Our clock agrees with that of the database/],
    [-5, /^ok/],
    [6, /^warning: .* are 6 s apart/],
    [-59, /^warning/],
    [60, /^broken: .* are 60 s apart/],
    [-86_400, /^broken/],
    [undefined, /^note: .* could not be asked/],
  ];
  for (const [seconds, wanted] of cases)
    test(seconds === undefined ? 'when offline' : `${seconds} s away`, async () => {
      const other = async () => {
        if (seconds === undefined) throw new TypeError('fetch failed');
        return new Date(now.getTime() + seconds * 1000);
      };
      says([await examineClock('the database', other, () => now)], [wanted]);
    });

  test('is told by a web server’s Date', async () => {
    const server = createServer((_, response) => {
      response.setHeader('Date', 'Mon, 23 Nov 2026 09:00:00 GMT');
      response.end();
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    after(() => server.close());
    const { port } = server.address() as AddressInfo;
    assert.deepEqual(await dateOf(`http://127.0.0.1:${port}/`), now);
  });
});

describe('migrations', () => {
  const folder = aFolder('doctor');
  test('of no database', () =>
    says([examineMigrations(join(folder, 'none.db'))], [/^note: There is no database yet/]));
  test('of a file that is none', () => {
    writeFileSync(join(folder, 'notes.db'), 'notes '.repeat(2000));
    says([examineMigrations(join(folder, 'notes.db'))], [/^broken: .* cannot be read/]);
  });
  test('of this version, an older and a newer one', async () => {
    const file = join(folder, 'shop.db');
    const change = (sql: string) => {
      const db = openSqliteFile(file);
      db.exec(sql);
      db.close();
    };
    await (await openDatabase(file)).storage.close();
    says([examineMigrations(file)], [/^ok/]);
    change("insert into kysely_migration values ('998-later-beside', '2027-01-01')");
    says([examineMigrations(file)], [/^note: .*added 998-later-beside; this version may go on/]);
    change("delete from kysely_migration where name = '998-later-beside'");
    change("delete from kysely_migration where name = '003-imports'");
    says([examineMigrations(file)], [/^note: The database lacks 003-imports/]);
    change("insert into kysely_migration values ('999-later', '2027-01-01')");
    says([examineMigrations(file)], [/^broken: .*newer Front Desk: it has 999-later/]);
  });
});

describe('the lock', () => {
  const file = join(aFolder('doctor'), 'shop.db');
  const answers = (yes: boolean) => async () => yes;
  test('of nobody, of a server, and of one that does not answer', async () => {
    says([await examineLock(file, answers(false))], [/^ok: No server has run/]);
    const lock = holdSqliteFile(file);
    says([await examineLock(file, answers(true))], [/^ok: A server runs/]);
    says([await examineLock(file, answers(false))], [/^warning: .* does not answer/]);
    lock.close();
    says([await examineLock(file, answers(false))], [/^ok: No server runs/]);
  });
  test('that cannot be opened', async () => {
    const odd = join(aFolder('doctor'), 'odd.db');
    mkdirSync(`${odd}.lock`);
    says([await examineLock(odd, answers(false))], [/^broken: .*\.lock cannot be opened/]);
  });
});

describe('the disk', () => {
  const cases: [free: number, size: number, wanted: RegExp][] = [
    [99 * MIB, 0, /^broken: 99 MiB are free/],
    [100 * MIB, 0, /^warning/],
    [1023 * MIB, 0, /^warning/],
    [1024 * MIB, 0, /^ok/],
    [1999 * MIB, 1000 * MIB, /^warning/],
    [2000 * MIB, 1000 * MIB, /^ok/],
  ];
  for (const [free, size, wanted] of cases)
    test(`with ${free / MIB} MiB free of a database of ${size / MIB}`, () =>
      says([judgeSpace(free, size)], [wanted]));

  test('in a folder that is not there yet, is that of the folder above', () => {
    assert.equal(examineDisk(join(aFolder('doctor'), 'a/b/shop.db')).length, 1);
  });
  test('where we may not write', (t) => {
    if (process.getuid?.() === 0) return t.skip('The user of this test may write everywhere');
    const folder = join(aFolder('doctor'), 'closed');
    mkdirSync(folder, { mode: 0o500 });
    return says(examineDisk(join(folder, 'shop.db')), [/^broken: We may not write/]);
  });
});

describe('versions', () => {
  const cases: [node: string, sqlite: string, wanted: RegExp[]][] = [
    ['20.19.0', '3.37.0', [/^ok: Node/, /^ok: SQLite/]],
    ['20.18.9', '3.50.1', [/^broken: Node 20\.18\.9 is too old/, /^ok/]],
    ['24.1.0', '3.36.9', [/^ok/, /^broken: SQLite 3\.36\.9 is too old/]],
  ];
  for (const [node, sqlite, wanted] of cases)
    test(`Node ${node}, SQLite ${sqlite}`, () => says(examineVersions({ node, sqlite }), wanted));
  test('of this machine will do', () =>
    says(examineVersions({ node: process.versions.node, sqlite: sqliteVersion() }), [
      /^ok/,
      /^ok/,
    ]));
});
