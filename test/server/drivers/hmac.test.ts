import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { createHmac, hexOf } from '../../../src/backend/services/secrets.ts';
import { nodeHmac } from '../../../src/server/drivers/hmac.ts';

const longerThanABlock = 'a'.repeat(131);

/** The first is RFC 4231's; the others were made by Python's hmac. */
const cases = [
  {
    ...{ secret: 'Jefe', message: 'what do ya want for nothing?' },
    signature: '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
  },
  {
    ...{ secret: longerThanABlock, message: 'Größe 9, ✓' },
    signature: 'f44768ffcdb2dab5bdc39b4ff05c570d47b750cece3181781a499f5426c4a437',
  },
  {
    ...{ secret: longerThanABlock, message: '' },
    signature: '24a92c581143d844a1ccf5d75f6eec2b5071966ee578964e39e871ac7b0348a7',
  },
];

for (const [name, hmacOf] of Object.entries({ WebCrypto: createHmac, Node: nodeHmac }))
  describe(`HMAC-SHA256 by ${name}`, () => {
    for (const { secret, message, signature } of cases)
      test(`signs "${message}" under ${secret.length} characters, each time alike`, async () => {
        const hmac = hmacOf(secret);
        const signed = async () => hexOf(await hmac(new TextEncoder().encode(message)));
        assert.deepEqual([await signed(), await signed()], [signature, signature]);
      });
  });
