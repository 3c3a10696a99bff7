import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import fc from 'fast-check';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aCustomer, anOrder } from '../../builders/rows.ts';
import { payloads } from '../../fixtures/payloads.ts';

const MARA = 'mara@kern.example';
const MINUTE = 60;
const DAY = 24 * 60 * MINUTE;
const rows = [
  aCustomer({ id: 'mara', email: MARA, firstName: 'Buy now', lastName: 'https://evil.example' }),
  anOrder({ id: 'o-1', number: 'SPAM-4182', customer: 'mara', email: MARA }),
];

let desk: BackendUnderTest;
beforeEach(async () => {
  desk = await aBackend({ rows, shop: { guestTracking: 'code' } });
});
afterEach(() => desk.close());

/** A mail without what makes it this one: its secret and the time. */
const bare = (text: string) =>
  text.replaceAll(/\d{3}(<span[^>]*>| ?)\d{3}/g, '000000').replaceAll(/\d{1,2}:\d\d/g, '0:00');

describe('What reaches a mailbox', () => {
  test('has nothing in it of whoever asked: no header, field or name of theirs', async () => {
    const { body } = await desk.visitor().post('/identity/challenges', { email: MARA });
    assert.equal(body.to, MARA);
    await desk.backend.settled();
    const [plain] = desk.mails.splice(0);
    const hostile = fc.oneof(
      fc.constantFrom(...payloads(40)),
      fc.stringMatching(/^[\x21-\x7e]{1,60}$/),
      fc.constant('Win 1000 EUR at evil.example'),
    );
    await fc.assert(
      fc.asyncProperty(hostile, hostile, async (text, other) => {
        desk.clock.pass(DAY);
        const said = [...text].filter((char) => char > ' ' && char < '\x7f').join('');
        const visitor = desk.visitor({
          headers: {
            'User-Agent': said,
            'Accept-Language': `en;q=1, ${said}`,
            Referer: `https://evil.example/${encodeURIComponent(text)}`,
            'X-Name': said,
          },
        });
        await visitor.post('/identity/challenges', { email: MARA.toUpperCase() });
        await visitor.post('/identity/challenges', { email: MARA, name: text, order: other });
        desk.clock.pass(30);
        await visitor.post('/identity/lookups', { number: 'spam-4182', email: MARA });
        await visitor.post('/identity/lookups', { number: `spam-4182${text}`, email: MARA });
        await desk.backend.settled();
        const mails = desk.mails.splice(0);
        assert.equal(mails.length, 2);
        for (const mail of mails) {
          assert.equal(mail.to, MARA);
          assert.equal(bare(mail.subject), bare(plain!.subject));
          assert.equal(bare(mail.text), bare(plain!.text));
          assert.equal(bare(mail.html), bare(plain!.html));
        }
      }),
      { numRuns: 40 },
    );
  });

  test('never leaves for an address the shop does not know, however it is asked', async () => {
    const stranger = 'stranger@mail.example';
    await desk.visitor().post('/identity/challenges', { email: stranger });
    desk.clock.pass(30);
    await desk.visitor().post('/identity/lookups', { number: 'SPAM-4182', email: stranger });
    await desk.backend.settled();
    assert.deepEqual(desk.mails, []);
  });

  test('is three mails in fifteen minutes and six a day, from however many networks and ways', async () => {
    for (let second = 0; second < DAY; second += 5 * MINUTE) {
      const address = `2001:db8:${(second / 60).toString(16)}::1`;
      await desk.visitor({ address }).post('/identity/challenges', { email: MARA });
      await desk
        .visitor({ address })
        .post('/identity/lookups', { number: 'SPAM-4182', email: MARA });
      desk.clock.pass(5 * MINUTE);
    }
    await desk.backend.settled();
    assert.equal(desk.mails.length, 6);
  });
});
