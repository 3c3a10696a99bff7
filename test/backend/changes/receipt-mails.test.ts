import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import type { Mail } from '../../../src/backend/ports.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aPolicy } from '../../builders/cases.ts';
import { aCustomer, anOrder } from '../../builders/rows.ts';
import { aCustomerVisitor } from '../identity/flows.ts';

const MARA = 'mara@kern.example';
const BO = 'bo@mail.example';

let desk: BackendUnderTest;
afterEach(() => desk.close());

/** Cancels an order of Mara's with this contact; of each address, what its mail fails with. */
async function aReceipt(contact: string, fails: Record<string, string> = {}): Promise<string[]> {
  const tried: Mail[] = [];
  let isTold = false;
  desk = await aBackend({
    rows: [
      aCustomer({ id: 'mara', email: MARA }),
      anOrder({ id: 'o-1', number: '1', customer: 'mara', email: contact, status: 'placed' }),
    ],
    shop: { policy: aPolicy() },
    ports: {
      mailer: {
        async send(mail) {
          desk.mails.push(mail);
          if (!isTold) return;
          tried.push(mail);
          const code = fails[mail.to];
          if (code !== undefined) throw Object.assign(new Error(`no ${mail.to}`), { code });
        },
      },
    },
  });
  const mara = await aCustomerVisitor(desk, MARA);
  isTold = true;
  const reason = 'no_longer_needed';
  const { body } = await mara.post('/orders/o-1/cancellation/quote', { reason });
  await mara.post('/orders/o-1/cancellation', { reason, quote: body.id });
  await desk.backend.settled();
  return tried.map(({ to }) => to);
}
const failures = () =>
  desk
    .logged()
    .split('\n')
    .filter((line) => line.includes('"receipt_mail_failed"'))
    .map((line) => JSON.parse(line).error.code as string);

describe('A receipt goes', () => {
  for (const code of ['refused', 'unreachable', 'unfit'])
    test(`to the order’s contact once, though the mail to whoever asked was ${code}`, async () => {
      assert.deepEqual(await aReceipt(BO, { [MARA]: code }), [MARA, BO]);
      assert.deepEqual(failures(), [code]);
    });

  test('to whoever asked, though the mail to the contact fails', async () => {
    assert.deepEqual(await aReceipt(BO, { [BO]: 'refused' }), [MARA, BO]);
    assert.deepEqual(failures(), ['refused']);
  });

  test('to nobody where each fails, and the log tells of each, by no address', async () => {
    assert.deepEqual(await aReceipt(BO, { [MARA]: 'refused', [BO]: 'unreachable' }), [MARA, BO]);
    assert.deepEqual(failures(), ['refused', 'unreachable']);
    assert.doesNotMatch(desk.logged(), /@/);
  });

  for (const contact of ['Mara@Kern.example', 'mara+shop@kern.example'])
    test(`once to one mailbox: ${contact} is where ${MARA} is`, async () => {
      assert.deepEqual(await aReceipt(contact), [MARA]);
    });
});
