import assert from 'node:assert/strict';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import { ConfigInvalid, ConfigMissing } from '../../src/server/config/faults.ts';
import { configJsonSchema } from '../../src/server/config/json-schema.ts';
import { loadConfig, readConfig } from '../../src/server/config/load.ts';
import { readSecretFile, SecretUnfit } from '../../src/server/config/secret-file.ts';
import { presets } from '../../src/domain/policy/presets/presets.ts';
import { createShops } from '../../src/server/config/shops.ts';
import { aConfig, aShopConfig } from '../builders/config.ts';
import { aFolder } from './folder.ts';

const read = (config: unknown, environment: Record<string, string> = {}) =>
  readConfig(JSON.stringify(config), '/shop/front-desk.config.json', (name) => environment[name]);

function faultsIn(act: () => unknown): Record<string, string> {
  try {
    act();
  } catch (error) {
    assert.ok(error instanceof ConfigInvalid, String(error));
    return Object.fromEntries(error.faults.map(({ pointer, detail }) => [pointer, detail]));
  }
  throw new Error('The config was taken');
}

const aWebhook = (change: object = {}) => ({
  url: 'https://erp.example/hook',
  events: ['order.*'],
  ...change,
});
const stripe = {
  ...{ driver: 'stripe', secretKey: 'rk_test_4eC39HqLyjWD' },
  webhookSecret: 'whsec_8f14e45fceea167a',
};
const stripeOf = (change: object) => shopWith({ payments: { ...stripe, ...change } });
const webhookTo = (change: object) => shopWith({ webhooks: [aWebhook(change)] });

describe('the config file', () => {
  test('a single shop and a list of shops read the same', () => {
    assert.deepEqual(read(aConfig()).shops, read({ shops: [aShopConfig()] }).shops);
  });

  test('what is left out has its default, and the database lies beside the file', () => {
    const settings = read({ shop: aShopConfig() });
    assert.equal(settings.port, 4747);
    assert.equal(settings.database, '/shop/data/front-desk.db');
    assert.deepEqual(settings.trustedProxies, []);
    assert.equal(settings.shops[0]?.guestTracking, 'number');
  });

  test('a policy is a preset, all of one, or what differs from one', () => {
    const policyOf = (policy?: unknown) =>
      read(shopWith(policy === undefined ? {} : { policy })).shops[0]?.policy;
    assert.deepEqual(policyOf(), presets.default);
    assert.deepEqual(policyOf('grocery'), presets.grocery);
    assert.deepEqual(policyOf(presets.electronics), presets.electronics);
    assert.equal(policyOf(false), undefined);
    const other = { fee: { kind: 'flat', amount: 300 } };
    const own = { returns: { window: { days: 20 }, exchangeWindow: null, reasons: { other } } };
    const changed = policyOf({ from: 'fashion', ...own })?.returns;
    assert.deepEqual(changed?.window, { from: 'delivery', days: 20 });
    assert.equal(changed.exchangeWindow, undefined);
    assert.deepEqual(changed.reasons.other, { ...presets.fashion.returns.reasons.other, ...other });
    assert.deepEqual(changed.reasons.too_small, presets.fashion.returns.reasons.too_small);
  });

  test('a policy’s faults are told by their place', () => {
    const faults = (policy: unknown) => faultsIn(() => read(shopWith({ policy })));
    assert.match(faults('fashon')['/shop/policy']!, /^Not a policy\. Name a preset \(default, fa/);
    assert.match(faults({ from: 'x' })['/shop/policy/from']!, /^Not a preset\. There are default/);
    const wrong = { from: 'default', returns: { sendWithinDays: 0, windw: {} } };
    assert.deepEqual(Object.keys(faults(wrong)).toSorted(), [
      '/shop/policy/returns/sendWithinDays',
      '/shop/policy/returns/windw',
    ]);
    assert.match(
      faults(wrong)['/shop/policy/returns/windw']!,
      /^Unknown\. Known here: allowed, window/,
    );
    assert.match(faults({ cancel: { allowed: true } })['/shop/policy/cancel/lines']!, /^Missing\./);
  });

  test('a secret comes from the environment', () => {
    const shop = aShopConfig({ webhookSecret: '${HOOK}' });
    const settings = read({ shop }, { HOOK: 'h'.repeat(32) });
    assert.equal(settings.shops[0]?.webhookSecret, 'h'.repeat(32));
  });

  test('a webhook is signed with its own secret, or else with the shop’s', () => {
    const own = 'o'.repeat(32);
    const { shops } = read(
      shopWith({
        webhooks: [aWebhook({ secret: own }), aWebhook({ url: 'http://localhost:9/hook' })],
      }),
    );
    const [shop] = createShops(shops).all();
    assert.deepEqual(
      shop?.webhooks?.map(({ secret, privateNetwork }) => [secret, privateNetwork]),
      [
        [own, false],
        [shop!.webhookSecret, false],
      ],
    );
  });

  test('keys that move money come from the environment, and stay away from the shop', () => {
    const { shops } = read(stripeOf({ secretKey: '${KEY}' }), { KEY: stripe.secretKey });
    assert.deepEqual(shops[0]?.payments, stripe);
    const [shop] = createShops(shops).all();
    assert.ok(!JSON.stringify(shop).includes(stripe.secretKey));
    assert.ok(!JSON.stringify(shop).includes(stripe.webhookSecret));
  });

  test('a fault of a key does not tell the key', () => {
    const faults = faultsIn(() => read(stripeOf({ secretKey: 'canary_4eC39HqLyjWD' })));
    assert.doesNotMatch(JSON.stringify(faults), /canary/);
  });

  test('a variable that is not set is told once, by its name and place', () => {
    const faults = faultsIn(() => read({ shop: aShopConfig({ webhookSecret: '${HOOK}' }) }));
    assert.deepEqual(Object.keys(faults), ['/shop/webhookSecret']);
    assert.match(faults['/shop/webhookSecret']!, /HOOK is not set\. Set it/);
  });

  const bad: [what: string, config: unknown, pointer: string, told: RegExp][] = [
    ['no shop', {}, '', /one shop in "shop", or several in "shops"/],
    ['shop and shops', { ...aConfig(), shops: [aShopConfig()] }, '', /one of the two/],
    [
      'a time zone of nowhere',
      shopWith({ timeZone: 'Europe/Bruxelles' }),
      '/shop/timeZone',
      /IANA/,
    ],
    ['an offset as time zone', shopWith({ timeZone: '+01:00' }), '/shop/timeZone', /IANA/],
    ['a currency of nowhere', shopWith({ currency: 'EURO' }), '/shop/currency', /ISO 4217/],
    [
      'an origin with a path',
      shopWith({ origins: ['https://a.example/'] }),
      '/shop/origins/0',
      /without a path/,
    ],
    [
      'plain http in public',
      shopWith({ origins: ['http://a.example'] }),
      '/shop/origins/0',
      /localhost only/,
    ],
    ['no origin at all', shopWith({ origins: [] }), '/shop/origins', /at least one origin/],
    ['a short secret', shopWith({ webhookSecret: 'secret' }), '/shop/webhookSecret', /at least 24/],
    ['an id with spaces', shopWith({ id: 'My Shop' }), '/shop/id', /small letters/],
    ['a missing name', shopWith({ name: undefined }), '/shop/name', /^Missing\. The shop’s name/],
    [
      'an unknown look-up mode',
      shopWith({ guestTracking: 'maybe' }),
      '/shop/guestTracking',
      /number.*code.*off/s,
    ],
    [
      'hours that end first',
      shopWith({ contact: { hours: [{ days: [1], opens: '18:00', closes: '09:00' }] } }),
      '/shop/contact/hours/0/closes',
      /before it opens/,
    ],
    [
      'a misspelt key',
      shopWith({ time_zone: 'Europe/Paris' }),
      '/shop/time_zone',
      /Did you mean "timeZone"\?/,
    ],
    [
      'a key from elsewhere',
      { ...aConfig(), theme: 'dark' },
      '/theme',
      /Known here: shop, shops, mail/,
    ],
    [
      'a webhook over plain http',
      webhookTo({ url: 'http://erp.example/hook' }),
      '/shop/webhooks/0/url',
      /Write https:/,
    ],
    [
      'a webhook with a password in its address',
      webhookTo({ url: 'https://me:secret@erp.example/hook' }),
      '/shop/webhooks/0/url',
      /without a user/,
    ],
    [
      'a webhook for an event that is none',
      webhookTo({ events: ['order.exploded'] }),
      '/shop/webhooks/0/events/0',
      /order\.created/,
    ],
    ['a webhook for nothing', webhookTo({ events: [] }), '/shop/webhooks/0/events', /order\.\*/],
    [
      'a short secret of a webhook',
      webhookTo({ secret: 'x' }),
      '/shop/webhooks/0/secret',
      /at least 24/,
    ],
    [
      'one webhook twice',
      shopWith({ webhooks: [aWebhook(), aWebhook()] }),
      '/shop/webhooks/1/url',
      /in one list/,
    ],
    [
      'a key of Stripe’s that is the public one',
      stripeOf({ secretKey: 'pk_live_4eC39HqLyjWD' }),
      '/shop/payments/secretKey',
      /begins with rk_ or sk_ .*make it under/,
    ],
    [
      'a webhook secret that is not Stripe’s',
      stripeOf({ webhookSecret: 'a-webhook-secret-of-32-characters' }),
      '/shop/payments/webhookSecret',
      /begins with whsec_; its endpoint shows it/,
    ],
    [
      'Stripe without a key',
      stripeOf({ secretKey: undefined }),
      '/shop/payments/secretKey',
      /^Missing\. A restricted or secret key/,
    ],
    [
      'a driver nobody has',
      shopWith({ payments: { driver: 'cash' } }),
      '/shop/payments/driver',
      /stripe, or sandbox/,
    ],
    [
      'labels that go nowhere',
      shopWith({ labels: { driver: 'sandbox' } }),
      '/shop/labels/returnTo',
      /^Missing\. Where returns go/,
    ],
    [
      'two shops of one id',
      { shops: [aShopConfig(), aShopConfig()] },
      '/shops/1/id',
      /needs its own id/,
    ],
    [
      'a database elsewhere',
      { ...aConfig(), database: 'mysql://db/desk' },
      '/database',
      /postgres:\/\//,
    ],
    [
      'mail that is no SMTP',
      { ...aConfig(), mail: { from: 'a@b.eu', smtp: 'https://mail' } },
      '/mail/smtp',
      /smtp:\/\//,
    ],
    [
      'a proxy by name',
      { ...aConfig(), trustedProxies: ['proxy.local'] },
      '/trustedProxies/0',
      /IP or a range/,
    ],
    [
      'a range too wide',
      { ...aConfig(), trustedProxies: ['10.0.0.0/33'] },
      '/trustedProxies/0',
      /IP or a range/,
    ],
  ];
  for (const [what, config, pointer, told] of bad)
    test(`${what} is a fault at ${pointer || 'the file'}, and says what to do`, () => {
      const faults = faultsIn(() => read(config));
      assert.deepEqual(Object.keys(faults), [pointer]);
      assert.match(faults[pointer]!, told);
    });

  test('all faults are told at once, in a text for people', () => {
    const shop = aShopConfig({ timeZone: 'Mars', currency: 'XX' });
    assert.throws(() => read({ shop }), {
      name: 'ConfigInvalid',
      message:
        /front-desk\.config\.json has 2 faults:\n {2}\/shop\/timeZone: .*\n {2}\/shop\/currency: /,
    });
  });

  test('broken JSON is told by line and column, never by what stands there', () => {
    const text = '{\n  "shop": {\n    "webhookSecret": "tops3cret"\n    "id": 1\n  }\n}';
    assert.throws(
      () => readConfig(text, 'x.json', () => undefined),
      (error: Error) => {
        assert.match(error.message, /line 4, column 5/);
        assert.doesNotMatch(error.message, /tops3cret/);
        return true;
      },
    );
  });

  test('a file that is not there says how to make one', () => {
    assert.throws(
      () => loadConfig('/nowhere/x.json', () => undefined),
      (error: Error) => {
        assert.ok(error instanceof ConfigMissing);
        assert.match(error.message, /front-desk-server init/);
        return true;
      },
    );
  });
});

describe('the published schema', () => {
  const ajv = new Ajv({ strict: false, allErrors: true });
  (addFormats as unknown as (ajv: Ajv) => void)(ajv);
  ajv.addFormat('minor-units', { type: 'number', validate: Number.isSafeInteger });
  const valid = ajv.compile(configJsonSchema());

  test('takes what the server takes', () => {
    assert.ok(valid(aConfig()), JSON.stringify(valid.errors));
  });
  test('does not take unknown keys', () => {
    assert.equal(valid({ ...aConfig(), theme: 'dark' }), false);
  });
  test('describes every key of a shop', () => {
    const shop = configJsonSchema().properties?.['shop'];
    for (const [key, { description }] of Object.entries(shop?.properties ?? {}))
      assert.ok(description, `${key} is not described`);
  });
});

describe('the shops of a config', () => {
  test('the only shop answers when none is named; of several none does', () => {
    const one = createShops(read(aConfig()).shops);
    assert.equal(one.find(undefined)?.id, 'alder');
    assert.equal(one.find('birch'), undefined);
    const two = createShops(read({ shops: [aShopConfig(), aShopConfig({ id: 'birch' })] }).shops);
    assert.equal(two.find(undefined), undefined);
    assert.equal(two.find('birch')?.id, 'birch');
  });

  test('origins of the server’s own pages are added once', () => {
    const shops = createShops(read(aConfig()).shops, [
      'https://alder.example',
      'http://localhost:1',
    ]);
    assert.deepEqual(shops.find('alder')?.origins, ['https://alder.example', 'http://localhost:1']);
  });
});

describe('a secret file', () => {
  const folder = aFolder('secret');

  test('is made once, for its owner alone, and stays the same', () => {
    const file = join(folder, 'pepper');
    const secret = readSecretFile(file);
    assert.ok(Buffer.from(secret, 'base64url').length >= 32);
    assert.equal(statSync(file).mode & 0o777, 0o600);
    assert.equal(readSecretFile(file), secret);
  });

  test('that others can read is refused', () => {
    const file = join(folder, 'open');
    writeFileSync(file, 'x'.repeat(60), { mode: 0o644 });
    assert.throws(() => readSecretFile(file), SecretUnfit);
  });

  test('that is cut short is refused', () => {
    const file = join(folder, 'short');
    writeFileSync(file, 'x', { mode: 0o600 });
    assert.throws(() => readSecretFile(file), /damaged/);
  });
});

function shopWith(change: Record<string, unknown>): unknown {
  return { shop: aShopConfig(change) };
}
