import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import {
  accessEnds,
  isFresh,
  maskEmail,
  networkOf,
  refreshEnds,
  signedInAt,
} from '../../../src/domain/identity/identity.ts';

describe('Whom a limit counts', () => {
  for (const [address, network] of [
    ['192.0.2.7', '192.0.2.7'],
    ['::ffff:192.0.2.7', '192.0.2.7'],
    ['::FFFF:192.0.2.7', '192.0.2.7'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:db8:1:2::6', '2001:db8:1:2::/64'],
    ['2001:DB8:1:2::', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::6', '2001:db8:1:2::/64'],
    ['2001:db8::6', '2001:db8:0:0::/64'],
    ['2001:db8:0:0:ffff::1', '2001:db8:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
    ['[2001:db8::1]', '2001:db8:0:0::/64'],
    ['::1', '0:0:0:0::/64'],
    ['unknown', 'unknown'],
    ['', ''],
  ] as const)
    test(`${address || 'no address'} is ${network || 'itself'}`, () => {
      assert.equal(networkOf(address), network);
    });
});

describe('A masked address', () => {
  for (const [email, masked] of [
    ['mara@kern.eu', 'm•••@k•••.eu'],
    ['m@k.eu', 'm•••@k•••.eu'],
    ['mara.kern+shop@mail.kern.co.uk', 'm•••@m•••.uk'],
    ['mara@localhost', 'm•••@l•••'],
    ['first.last@localhost', 'f•••@l•••'],
  ] as const)
    test(`hides how long ${email} is`, () => {
      assert.equal(maskEmail(email), masked);
    });
});

describe('Tokens', () => {
  const now = new Date('2026-11-23T09:00:00.000Z');

  test('never outlive their session', () => {
    const endsAt = '2026-11-23T09:04:00.000Z';
    assert.equal(accessEnds({ endsAt }, now), endsAt);
    assert.equal(refreshEnds({ kind: 'customer', endsAt }, now), endsAt);
    assert.equal(refreshEnds({ kind: 'guest', endsAt }, now), endsAt);
  });

  test('live ten minutes, and fourteen days for a customer who does not come', () => {
    const endsAt = '2026-12-23T09:00:00.000Z';
    assert.equal(accessEnds({ endsAt }, now), '2026-11-23T09:10:00.000Z');
    assert.equal(refreshEnds({ kind: 'customer', endsAt }, now), '2026-12-07T09:00:00.000Z');
  });
});

describe('A sign-in at the shop', () => {
  const now = new Date('2026-11-23T09:00:00.000Z');
  const ago = (seconds: number) => now.getTime() / 1000 - seconds;
  for (const [what, authTime, fresh] of [
    ['of now', ago(0), true],
    ['of ten minutes ago, less a second,', ago(599), true],
    ['of ten minutes ago', ago(600), false],
    ['of a week ago', ago(604_800), false],
    ['by a clock that is ahead', ago(-30), true],
    ['that is not told', undefined, false],
  ] as const)
    test(`${what} is ${fresh ? 'a' : 'no'} fresh proof`, () => {
      const verifiedAt = signedInAt(authTime, now);
      assert.equal(isFresh({ verifiedAt }, now), fresh);
      assert.ok(verifiedAt <= now.toISOString());
    });
});
