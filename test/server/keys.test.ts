import assert from 'node:assert/strict';
import { createPrivateKey, generateKeyPairSync } from 'node:crypto';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { SignJWT } from 'jose';
import type { IdentityKey } from '../../src/backend/ports.ts';
import { loadConfig } from '../../src/server/config/load.ts';
import { run } from '../../src/server/cli/program.ts';
import { aBackend } from '../builders/backend.ts';
import { aTerminal, type TestTerminal } from './terminal.ts';

const FILE = 'front-desk.config.json';
const shop = (id: string) => ({
  ...{ id, name: id, origins: ['https://alder.example'], timeZone: 'Europe/Berlin' },
  ...{ currency: 'EUR', webhookSecret: '${WEBHOOK_SECRET}' },
});

function aShopTerminal(config: object = { shop: shop('alder') }): TestTerminal {
  const terminal = aTerminal();
  writeFileSync(join(terminal.cwd, FILE), JSON.stringify(config), { mode: 0o600 });
  return terminal;
}
const told = async (terminal: TestTerminal, ...words: string[]) => {
  const before = terminal.told().length;
  const exit = await run(['keys', ...words], terminal);
  return { exit, text: terminal.told().slice(before) };
};
const textOf = ({ cwd }: TestTerminal) => readFileSync(join(cwd, FILE), 'utf8');
const keysOf = ({ cwd }: TestTerminal, environment: Record<string, string> = {}) => {
  const known: Record<string, string> = { WEBHOOK_SECRET: 'w'.repeat(32), ...environment };
  return loadConfig(join(cwd, FILE), (name) => known[name]).shops[0]!.identityKeys ?? [];
};

/** Does a backend with this key let in who signs with that one? */
async function letsIn(key: IdentityKey, signer: Parameters<SignJWT['sign']>[0]): Promise<boolean> {
  const desk = await aBackend({ shop: { identityKeys: [key] } });
  const now = Math.floor(desk.clock.now.getTime() / 1000);
  const jwt = await new SignJWT({ sub: 'mara', aud: 'alder', jti: 'one', exp: now + 300 })
    .setProtectedHeader({ alg: key.alg, kid: key.kid })
    .sign(signer);
  const { status } = await desk.visitor().post('/identity/assertions', { jwt });
  await desk.close();
  return status === 200;
}

describe('keys add', () => {
  for (const alg of ['EdDSA', 'ES256'])
    test(`makes a pair for ${alg}, shows its private half once and keeps the public one`, async () => {
      const terminal = aShopTerminal();
      const { exit, text } = await told(terminal, 'add', '--alg', alg);
      assert.equal(exit, 0);
      const pem = /-----BEGIN PRIVATE KEY-----[^]+-----END PRIVATE KEY-----/.exec(text)![0];
      const [key] = keysOf(terminal);
      assert.equal(key?.alg, alg);
      assert.match(key.kid, /^key-[\da-f]{8}$/);
      assert.doesNotMatch(textOf(terminal), /PRIVATE|"d"/);
      assert.ok(await letsIn(key, createPrivateKey(pem)));
    });

  test('makes a secret for HS256', async () => {
    const terminal = aShopTerminal();
    const { text } = await told(terminal, 'add', 'shared', '--alg', 'HS256');
    const secret = text.trim().split('\n').at(-1)!;
    assert.match(secret, /^[\w-]{43}$/);
    const [key] = keysOf(terminal);
    assert.deepEqual(key, { kid: 'shared', alg: 'HS256', secret });
    assert.ok(await letsIn(key, new TextEncoder().encode(secret)));
  });

  test('leaves a secret out of the file where a variable is named', async () => {
    const terminal = aShopTerminal();
    const { text } = await told(terminal, 'add', '--alg', 'HS256', '--env', 'LOGIN_SECRET');
    const secret = text.trim().split('\n').at(-1)!;
    assert.ok(!textOf(terminal).includes(secret));
    const [key] = keysOf(terminal, { LOGIN_SECRET: secret });
    assert.equal(key?.alg === 'HS256' && key.secret, secret);
  });

  test('takes a public key that is there, as PEM or JWK, and of a private one only that half', async () => {
    const { publicKey, privateKey } = generateKeyPairSync('ed25519');
    const files = {
      'key.pem': publicKey.export({ type: 'spki', format: 'pem' }).toString(),
      'key.jwk': JSON.stringify({ ...publicKey.export({ format: 'jwk' }), kid: 'x', use: 'sig' }),
      'private.pem': privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    };
    for (const [name, text] of Object.entries(files)) {
      const terminal = aShopTerminal();
      writeFileSync(join(terminal.cwd, name), text);
      const { exit } = await told(terminal, 'add', 'mine', '--public-key', name);
      assert.equal(exit, 0, name);
      const [key] = keysOf(terminal);
      assert.equal(key?.alg, 'EdDSA');
      assert.doesNotMatch(textOf(terminal), /"d"/);
      assert.ok(await letsIn(key, privateKey), name);
    }
  });

  test('refuses what is no key for this', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey;
    for (const text of [rsa.export({ type: 'spki', format: 'pem' }).toString(), '{}', 'hello']) {
      const terminal = aShopTerminal();
      writeFileSync(join(terminal.cwd, 'key'), text);
      assert.equal((await told(terminal, 'add', '--public-key', 'key')).exit, 2);
      assert.match(terminal.complained(), /Give an Ed25519 or P-256 public key/);
    }
    const terminal = aShopTerminal();
    assert.equal((await told(terminal, 'add', '--alg', 'RS256')).exit, 2);
    assert.equal((await told(terminal, 'add', 'no blanks please')).exit, 2);
    assert.deepEqual(keysOf(terminal), []);
  });

  test('keeps to two keys, each with a name of its own', async () => {
    const terminal = aShopTerminal();
    assert.equal((await told(terminal, 'add', 'one')).exit, 0);
    assert.equal((await told(terminal, 'add', 'one')).exit, 2);
    assert.equal((await told(terminal, 'add', 'two')).exit, 0);
    assert.equal((await told(terminal, 'add', 'three')).exit, 2);
    assert.match(terminal.complained(), /one and two are there.*keys remove one/);
    assert.deepEqual(
      keysOf(terminal).map(({ kid }) => kid),
      ['one', 'two'],
    );
  });

  test('leaves the rest of the file as it was, and closed to others', async () => {
    const terminal = aShopTerminal();
    await told(terminal, 'add', '--issuer', 'https://login.example');
    const { shop: written } = JSON.parse(textOf(terminal)) as { shop: Record<string, unknown> };
    const { identityKeys, ...rest } = written;
    assert.deepEqual(rest, shop('alder'));
    assert.equal((identityKeys as { issuer: string }[])[0]!.issuer, 'https://login.example');
    assert.equal(statSync(join(terminal.cwd, FILE)).mode & 0o777, 0o600);
  });
});

describe('keys', () => {
  test('are listed and taken away by name', async () => {
    const terminal = aShopTerminal();
    assert.match((await told(terminal, 'list')).text, /alder has no key/);
    await told(terminal, 'add', 'one');
    await told(terminal, 'add', 'two', '--alg', 'HS256', '--issuer', 'https://login.example');
    const list = (await told(terminal, 'list')).text;
    assert.equal(list, 'one\tEdDSA\ntwo\tHS256\thttps://login.example\n');
    assert.equal((await told(terminal, 'remove', 'one')).exit, 0);
    assert.deepEqual(
      keysOf(terminal).map(({ kid }) => kid),
      ['two'],
    );
    assert.equal((await told(terminal, 'remove', 'one')).exit, 2);
    assert.equal((await told(terminal, 'remove')).exit, 2);
    assert.equal((await told(terminal, 'remove', 'two')).exit, 0);
    assert.deepEqual(JSON.parse(textOf(terminal)), { shop: shop('alder') });
  });

  test('of several shops are told apart', async () => {
    const terminal = aShopTerminal({ shops: [shop('alder'), shop('birch')] });
    assert.equal((await told(terminal, 'add')).exit, 2);
    assert.match(terminal.complained(), /--shop: alder, birch/);
    assert.equal((await told(terminal, 'add', 'b', '--shop', 'birch')).exit, 0);
    assert.match((await told(terminal, 'list', '--shop', 'alder')).text, /no key/);
    assert.equal((await told(terminal, 'list', '--shop', 'cedar')).exit, 2);
  });

  test('need a config, and know three actions', async () => {
    assert.equal((await told(aTerminal(), 'list')).exit, 2);
    assert.equal((await told(aShopTerminal(), 'lend')).exit, 2);
  });
});

test('A config with a key that fits its alg no more is refused', async () => {
  const terminal = aShopTerminal();
  await told(terminal, 'add', 'one');
  const wrong = [
    (text: string) => text.replace('EdDSA', 'ES256'),
    (text: string) => text.replace(/"x": "[^"]+"/, '"x": "AAAA"'),
    (text: string) => text.replace(/"crv"/, '"d": "private", "crv"'),
  ];
  for (const spoil of wrong) {
    writeFileSync(join(terminal.cwd, FILE), spoil(textOf(terminal)));
    assert.throws(() => keysOf(terminal), /identityKeys/);
    assert.equal(await run(['keys', 'list'], terminal), 2);
    writeFileSync(join(terminal.cwd, FILE), JSON.stringify({ shop: shop('alder') }));
    await told(terminal, 'add', 'one');
  }
});
