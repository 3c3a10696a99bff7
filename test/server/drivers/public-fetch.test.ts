import assert from 'node:assert/strict';
import type { lookup } from 'node:dns';
import { after, before, beforeEach, describe, test } from 'node:test';
import { PrivateAddress } from '../../../src/backend/services/posted-webhooks.ts';
import { isPublicAddress } from '../../../src/server/drivers/public-addresses.ts';
import { createPublicFetch } from '../../../src/server/drivers/public-fetch.ts';
import { aReceiver, type Receiver } from '../../builders/receiver.ts';

describe('addresses', () => {
  for (const address of [
    ...['127.0.0.1', '10.1.2.3', '172.31.255.255', '192.168.1.1', '169.254.169.254', '0.0.0.0'],
    ...['100.64.0.1', '224.0.0.1', '255.255.255.255', '::', '::1', 'fe80::1', 'fd00::1', 'ff02::1'],
    ...['::ffff:127.0.0.1', '::ffff:8.8.8.8', '2001:db8::1', '2002:7f00:1::', 'localhost', ''],
  ])
    test(`${address || 'none'}: not public`, () => assert.equal(isPublicAddress(address), false));
  for (const address of [
    '8.8.8.8',
    '172.32.0.1',
    '193.0.6.139',
    '2606:4700::1',
    '64:ff9b::808:808',
  ])
    test(`${address}: public`, () => assert.equal(isPublicAddress(address), true));
});

describe('a fetch for public addresses', () => {
  let receiver: Receiver;
  before(async () => {
    receiver = await aReceiver();
  });
  after(() => receiver.close());
  beforeEach(() => (receiver.received.length = 0));

  const body = new TextEncoder().encode('{"text":"Mütze"}');
  const init = (signal = AbortSignal.timeout(10_000)) => ({
    ...{ method: 'POST' as const, headers: { 'X-Test': '1' }, body },
    ...{ redirect: 'manual' as const, signal },
  });
  const port = () => new URL(receiver.url).port;
  /** Names lead to these addresses. */
  const resolver = (...addresses: string[]) =>
    ((_name: string, _options: object, done: (error: null, found: object[]) => void) =>
      done(
        null,
        addresses.map((address) => ({ address, family: 4 })),
      )) as unknown as typeof lookup;
  const anywhere = () => true;

  for (const host of [
    '127.0.0.1',
    '2130706433',
    '0x7f.1',
    '[::1]',
    '[::ffff:127.0.0.1]',
    'localhost',
  ])
    test(`sends nothing to ${host}`, async () => {
      await assert.rejects(
        createPublicFetch()(`http://${host}:${port()}/`, init()),
        PrivateAddress,
      );
      assert.equal(receiver.received.length, 0);
    });

  test('sends nothing to a name with a private address among its addresses', async () => {
    const fetch = createPublicFetch(isPublicAddress, resolver('8.8.8.8', '127.0.0.1'));
    await assert.rejects(fetch(`http://erp.example:${port()}/`, init()), PrivateAddress);
    assert.equal(receiver.received.length, 0);
  });

  test('brings body and headers, and the status back', async () => {
    const fetch = createPublicFetch(anywhere, resolver('127.0.0.1'));
    const answer = await fetch(`http://erp.example:${port()}/`, init());
    assert.equal(answer.status, 204);
    const [received] = receiver.received;
    assert.equal(received?.body, '{"text":"Mütze"}');
    assert.equal(received.headers['x-test'], '1');
    assert.equal(received.headers.host, `erp.example:${port()}`);
  });

  test('follows no redirect, and tells how long to wait', async () => {
    receiver.answers((response) =>
      response.writeHead(307, { Location: '/', 'Retry-After': '7' }).end('elsewhere'),
    );
    const answer = await createPublicFetch(anywhere)(receiver.url, init());
    assert.equal(answer.status, 307);
    assert.equal(answer.headers.get('Retry-After'), '7');
    assert.equal(await answer.text(), 'elsewhere');
    assert.equal(receiver.received.length, 1);
  });

  test('gives up when it is told to', async () => {
    receiver.answers(() => undefined);
    const signal = AbortSignal.timeout(100);
    await assert.rejects(createPublicFetch(anywhere)(receiver.url, init(signal)));
    assert.equal(signal.aborted, true);
  });
});
