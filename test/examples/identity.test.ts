import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import type { IdentityKey, PublicKey } from '../../src/backend/ports.ts';
import { aBackend } from '../builders/backend.ts';
import { aCustomer, anOrder } from '../builders/rows.ts';

const SECRET = 'a secret of at least thirty-two bytes for tests';
const SHOPIFY = 'the secret of an app';
const shared: IdentityKey = { kid: 'shared', alg: 'HS256', secret: SECRET };
const file = (name: string) =>
  fileURLToPath(new URL(`../../docs/examples/${name}`, import.meta.url));
const environment = (more: Record<string, string> = {}) => ({
  ...{ PATH: process.env['PATH'] ?? '', FRONT_DESK_SHOP: 'alder' },
  ...{ FRONT_DESK_KEY_ID: 'shared', FRONT_DESK_KEY: SECRET, SHOPIFY_API_SECRET: SHOPIFY },
  ...more,
});
const mara = JSON.stringify({ id: 'mara', name: 'Mara Kern' });
/** When Nia gave her password at the shop, a week ago. */
const signedInAt = Math.floor(Date.now() / 1000) - 604_800;
const nia = JSON.stringify({
  ...{ id: 1042, name: 'Nia Ōkoro', email: 'nia@okoro.example', emailVerified: true, signedInAt },
});

/** A backend by the clock on the wall, and what it makes of a token. */
async function told(jwt: string, key: IdentityKey = shared) {
  const desk = await aBackend({
    shop: { identityKeys: [key] },
    ports: { clock: () => new Date() },
    rows: [aCustomer({ id: 'mara' }), anOrder({ id: 'o-1', customer: 'mara' })],
  });
  const visitor = desk.visitor();
  const { status, body } = await visitor.post('/identity/assertions', { jwt });
  visitor.token = body.token;
  const orders = status === 200 ? (await visitor.get('/orders')).body.items : [];
  await desk.close();
  const { customer, verifiedAt } = body;
  return { status, customer, verifiedAt, orders: orders.map(({ id }) => id) };
}

const languages: [name: string, command: string, example: string][] = [
  ['Node', process.execPath, 'identity.mjs'],
  ['Python', 'python3', 'identity.py'],
  ['PHP', 'php', 'identity.php'],
  ['Ruby', 'ruby', 'identity.rb'],
];

describe('The example of a shop’s own login', () => {
  for (const [name, command, example] of languages) {
    const isHere = spawnSync(command, ['--version']).status === 0;
    const skip = isHere ? false : `there is no ${command} on this machine`;
    const run = (customer: string) =>
      execFileSync(command, [file(example), customer], { env: environment(), encoding: 'utf8' });
    test(`in ${name} makes tokens that sign its customer in`, { skip }, async () => {
      assert.deepEqual((await told(run(mara))).orders, ['o-1']);
      assert.deepEqual((await told(run(nia))).customer, {
        ...{ id: '1042', firstName: 'Nia Ōkoro', lastName: '', email: 'nia@okoro.example' },
      });
    });

    test(`in ${name} tells when they signed in, where the shop knows`, { skip }, async () => {
      const verified = async (customer: string) =>
        Date.parse(String((await told(run(customer))).verifiedAt)) / 1000;
      assert.equal(await verified(nia), signedInAt);
      assert.equal(await verified(mara), 0);
    });
  }

  for (const [name, command, example] of languages) {
    const isHere = spawnSync(command, ['--version']).status === 0;
    const skip = isHere ? false : `there is no ${command} on this machine`;
    const sign = (customer: object, env: NodeJS.ProcessEnv = environment()) =>
      spawnSync(command, [file(example), JSON.stringify(customer)], { env, encoding: 'utf8' });
    test(`in ${name} leaves out what the shop does not know`, { skip }, async () => {
      const unknown = { name: null, email: null, emailVerified: null, signedInAt: null };
      const { status, verifiedAt } = await told(sign({ id: 'mara', ...unknown }).stdout);
      assert.deepEqual([status, Date.parse(String(verifiedAt))], [200, 0]);
    });

    test(
      `in ${name} signs for nobody without an id, and with no setting left out`,
      { skip },
      () => {
        // a shop's own question who is there is answered 0 or false of a visitor, as by WooCommerce
        const none = [null, '', 0, '0', false].map((id) => ({ id }));
        for (const customer of [{ name: 'Mara Kern' }, ...none])
          assert.notEqual(sign(customer).status, 0, JSON.stringify(customer));
        for (const left of ['FRONT_DESK_SHOP', 'FRONT_DESK_KEY_ID', 'FRONT_DESK_KEY']) {
          const env: NodeJS.ProcessEnv = environment();
          delete env[left];
          assert.notEqual(sign({ id: 'mara' }, env).status, 0, left);
        }
      },
    );
  }

  test('in Node takes a private key that is written in one line', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const env = environment({ FRONT_DESK_KEY: pem.trim().replaceAll('\n', '\\n') });
    const jwt = execFileSync(process.execPath, [file('identity.mjs'), mara], {
      ...{ env, encoding: 'utf8' },
    });
    const jwk = publicKey.export({ format: 'jwk' }) as unknown as PublicKey;
    const { status } = await told(jwt, { kid: 'shared', alg: 'EdDSA', publicKey: jwk });
    assert.equal(status, 200);
  });

  for (const [alg, { publicKey, privateKey }] of [
    ['EdDSA', generateKeyPairSync('ed25519')],
    ['ES256', generateKeyPairSync('ec', { namedCurve: 'P-256' })],
  ] as const)
    test(`in Node signs with a private key for ${alg} as well`, async () => {
      const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
      const env = environment({ FRONT_DESK_KEY: pem, FRONT_DESK_KEY_ID: 'pair' });
      const jwk = publicKey.export({ format: 'jwk' }) as unknown as PublicKey;
      const jwt = execFileSync(process.execPath, [file('identity.mjs'), mara], {
        ...{ env, encoding: 'utf8' },
      });
      const { status } = await told(jwt, { kid: 'pair', alg, publicKey: jwk });
      assert.equal(status, 200);
    });
});

describe('The example of an app proxy', () => {
  /** What the endpoint answers to a query that is signed as Shopify does it. */
  function ask(query: Record<string, string>, secret = SHOPIFY): { status: number; text: string } {
    const fields = Object.entries({
      shop: 'alder.myshopify.com',
      path_prefix: '/apps/x',
      ...query,
    });
    const text = fields
      .map(([name, value]) => `${name}=${value}`)
      .sort()
      .join('');
    const signature = createHmac('sha256', secret).update(text).digest('hex');
    const search = new URLSearchParams([...fields, ['signature', signature]]);
    const program = `import { answerIdentity } from ${JSON.stringify(file('app-proxy.mjs'))};
      const response = answerIdentity(new Request('https://app.example/identity?${search}'));
      console.log(JSON.stringify({ status: response.status, text: await response.text() }));`;
    const args = ['--input-type=module', '--eval', program];
    return JSON.parse(
      execFileSync(process.execPath, args, { env: environment(), encoding: 'utf8' }),
    );
  }
  const timestamp = () => String(Math.floor(Date.now() / 1000));

  test('signs in whom Shopify names', async () => {
    const { status, text } = ask({ logged_in_customer_id: 'mara', timestamp: timestamp() });
    assert.equal(status, 200);
    assert.deepEqual((await told(text)).orders, ['o-1']);
  });

  test('has nothing to say of a visitor, and nothing to anybody but Shopify', () => {
    const now = timestamp();
    assert.equal(ask({ logged_in_customer_id: '', timestamp: now }).status, 204);
    assert.equal(ask({ logged_in_customer_id: 'mara', timestamp: now }, 'guessed').status, 403);
    assert.equal(ask({ logged_in_customer_id: 'mara', timestamp: '1700000000' }).status, 403);
  });

  test('is what the theme’s tag asks, and only for who is signed in', () => {
    const liquid = readFileSync(file('identity.liquid'), 'utf8');
    const [, identity] = /data-identity="([^"]*)"/.exec(liquid)!;
    assert.equal(identity, '{% if customer %}/apps/front-desk/identity{% endif %}');
  });

  test('is a tag whose Liquid is closed, and asks for nothing that a theme may not have', () => {
    const liquid = readFileSync(file('identity.liquid'), 'utf8');
    const tags = [...liquid.matchAll(/\{%-?\s*(.*?)\s*-?%\}/gs)].map(([, tag]) => tag);
    assert.deepEqual(tags, ['comment', 'endcomment', 'if customer', 'endif']);
    // no output, no filter, no brace left over
    const page = liquid.replaceAll(/\{%.*?%\}/gs, '');
    assert.doesNotMatch(page, /\{\{|\}\}|\{%|%\}/);
    assert.match(page, /<script\s[^<>]*><\/script>\s*$/);
  });
});
