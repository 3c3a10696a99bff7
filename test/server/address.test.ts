import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createAddresses } from '../../src/server/http/address.ts';

function addressOf(peer: string, forwarded: string | undefined, trusted: string[] = []): string {
  const addresses = createAddresses(trusted);
  const request = new Request('http://localhost/', {
    headers: forwarded === undefined ? {} : { 'X-Forwarded-For': forwarded },
  });
  addresses.note(request, peer);
  return addresses.of(request);
}

describe('who is calling', () => {
  const cases: [
    name: string,
    peer: string,
    forwarded: string | undefined,
    trusted: string[],
    is: string,
  ][] = [
    ['is the peer', '203.0.113.9', undefined, [], '203.0.113.9'],
    ['is the peer, whatever it claims', '203.0.113.9', '198.51.100.1', [], '203.0.113.9'],
    [
      'is the peer when the proxy is another',
      '203.0.113.9',
      '198.51.100.1',
      ['10.0.0.1'],
      '203.0.113.9',
    ],
    ['is what a trusted proxy says', '10.0.0.1', '198.51.100.1', ['10.0.0.1'], '198.51.100.1'],
    [
      'is what the nearest proxy says, not the caller’s own claim',
      '10.0.0.1',
      '1.1.1.1, 198.51.100.1',
      ['10.0.0.0/8'],
      '198.51.100.1',
    ],
    [
      'is found behind a chain of trusted proxies',
      '10.0.0.1',
      '198.51.100.1, 10.0.0.2',
      ['10.0.0.0/8'],
      '198.51.100.1',
    ],
    ['is the proxy when it says nothing', '10.0.0.1', undefined, ['10.0.0.1'], '10.0.0.1'],
    [
      'is the last good hop when a word is no address',
      '10.0.0.1',
      'unknown',
      ['10.0.0.1'],
      '10.0.0.1',
    ],
    ['is IPv4 without its IPv6 dress', '::ffff:203.0.113.9', undefined, [], '203.0.113.9'],
    [
      'is trusted in IPv6 dress as well',
      '::ffff:10.0.0.1',
      '198.51.100.1',
      ['10.0.0.1'],
      '198.51.100.1',
    ],
    [
      'is IPv6, without brackets and port',
      '2001:db8::1',
      '[2001:db8:1::7]:443',
      ['2001:db8::/64'],
      '2001:db8:1::7',
    ],
    ['is IPv4 without its port', '10.0.0.1', '198.51.100.1:5678', ['10.0.0.1'], '198.51.100.1'],
  ];
  for (const [name, peer, forwarded, trusted, is] of cases)
    test(name, () => assert.equal(addressOf(peer, forwarded, trusted), is));

  test('two requests keep their own', () => {
    const addresses = createAddresses([]);
    const [one, other] = [new Request('http://localhost/'), new Request('http://localhost/')];
    addresses.note(one, '203.0.113.1');
    addresses.note(other, '203.0.113.2');
    assert.deepEqual([addresses.of(one), addresses.of(other)], ['203.0.113.1', '203.0.113.2']);
  });
});
