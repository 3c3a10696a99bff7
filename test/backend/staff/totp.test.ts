import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { codeOf, newSecret, stepAt, stepOfCode } from '../../../src/backend/services/totp.ts';

/** `12345678901234567890` in base32: the secret of RFC 6238, appendix B. */
const SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';

describe('A code of an authenticator app', () => {
  for (const [seconds, code] of [
    [59, '287082'],
    [1111111109, '081804'],
    [1111111111, '050471'],
    [1234567890, '005924'],
    [2000000000, '279037'],
    [20000000000, '353130'],
  ] as const)
    test(`is ${code} at ${seconds} s, as RFC 6238 has it`, async () => {
      assert.equal(await codeOf(SECRET, stepAt(new Date(seconds * 1000))), code);
    });

  test('is taken a step early and a step late, and no further', async () => {
    const now = new Date('2026-11-23T09:00:00.000Z');
    const steps = [-2, -1, 0, 1, 2].map((off) => stepAt(now) + off);
    const found = await Promise.all(
      steps.map(async (step) => stepOfCode(SECRET, await codeOf(SECRET, step), now)),
    );
    assert.deepEqual(found, [undefined, steps[1], steps[2], steps[3], undefined]);
  });

  test('comes from 160 bits, each secret another', () => {
    const [one, other] = [newSecret(), newSecret()];
    assert.match(one, /^[A-Z2-7]{32}$/);
    assert.notEqual(one, other);
  });
});
