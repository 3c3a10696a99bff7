import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createAddresses } from '../../src/server/http/address.ts';
import { createLog } from '../../src/server/drivers/log.ts';
import { createProxyNotice } from '../../src/server/http/proxy-notice.ts';

function aWatch(trusted: readonly string[] = []) {
  const lines: { event: string; peer: string }[] = [];
  const clock = { now: Date.parse('2026-11-23T09:00:00Z') };
  const log = createLog((line) => lines.push(JSON.parse(line)));
  const addresses = createAddresses(
    trusted,
    createProxyNotice(() => new Date(clock.now), log),
  );
  const call = (peer: string, forwarded?: string) => {
    const headers = forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded };
    const request = new Request('http://localhost/', { headers });
    addresses.note(request, peer);
    return addresses.of(request);
  };
  return { lines, clock, call };
}

describe('X-Forwarded-For from somebody whom nobody trusts', () => {
  test('is told once an hour, with what to configure', () => {
    const { lines, clock, call } = aWatch();
    assert.equal(call('10.0.0.5', '203.0.113.1'), '10.0.0.5');
    call('10.0.0.5', '203.0.113.2');
    clock.now += 3_599_999;
    call('10.0.0.5', '203.0.113.3');
    assert.equal(lines.length, 1);
    assert.deepEqual(Object.keys(lines[0]!), ['level', 'at', 'peer', 'configure', 'event']);
    assert.equal(lines[0]!.event, 'forwarded_for_ignored');
    clock.now += 1;
    call('10.0.0.5', '203.0.113.4');
    assert.equal(lines.length, 2);
  });

  for (const [peer, kind] of [
    ['127.0.0.1', 'loopback'],
    ['::1', 'loopback'],
    ['10.1.2.3', 'private'],
    ['172.20.0.4', 'private'],
    ['fd12::1', 'private'],
    ['203.0.113.9', 'public'],
    ['172.32.0.1', 'public'],
  ] as const)
    test(`from ${peer} it is ${kind}, and the address is not told`, () => {
      const { lines, call } = aWatch();
      call(peer, '203.0.113.1');
      assert.equal(lines[0]!.peer, kind);
      assert.ok(!JSON.stringify(lines).includes(peer));
    });

  test('is not told of where nothing was forwarded, or the proxy is trusted', () => {
    const { lines, call } = aWatch(['10.0.0.0/8']);
    call('203.0.113.9');
    assert.equal(call('10.0.0.5', '203.0.113.1'), '203.0.113.1');
    assert.deepEqual(lines, []);
  });
});
