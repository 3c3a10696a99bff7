import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { createSandboxLabels } from '../../../src/backend/labels/sandbox.ts';
import { createBuiltinPlatform } from '../../../src/backend/platforms/builtin/builtin.ts';
import type { Labels } from '../../../src/backend/ports.ts';
import { createMakeLabel, createSweepLabels } from '../../../src/backend/services/return-labels.ts';
import { jitter, mostAttempts, retryDelays } from '../../../src/domain/news/outbox.ts';
import { labelLease } from '../../../src/domain/returns/label-tries.ts';
import { aBackend, shopsOf, type BackendUnderTest } from '../../builders/backend.ts';
import { aPolicy } from '../../builders/cases.ts';
import { aCustomer, anOrder } from '../../builders/rows.ts';
import { anEndpoint } from '../../builders/shop.ts';
import { toldBy } from '../../builders/told.ts';
import { aCustomerVisitor } from '../identity/flows.ts';

const MARA = 'mara@kern.example';
const to = { name: 'Alder', lines: ['Keizersgracht 1'], city: 'Amsterdam', country: 'NL' };
const policy = aPolicy();

let desk: BackendUnderTest;
let sweep: () => Promise<void>;
let id: string;
afterEach(() => desk.close());

/** A return that was agreed to, sent from this postcode. */
async function aReturnFrom(postcode: string, driver: Partial<Labels> = {}) {
  const address = { name: 'Mara Kern', lines: ['Meir 50'], postcode, country: 'BE' };
  const labels = {
    ...createSandboxLabels({ shop: 'alder', currency: 'EUR', to }),
    ...driver,
  };
  const order = anOrder({ id: 'o-1', customer: 'mara', deliveredOn: '2026-11-20', address });
  desk = await aBackend({
    rows: [aCustomer({ id: 'mara', email: MARA }), order],
    shop: { policy, webhooks: [anEndpoint()] },
    ports: { labels: () => labels },
  });
  const { storage, bus, shop, backend } = desk;
  const log = { info: () => undefined, error: assert.ifError };
  const clock = () => desk.clock.now;
  const makeLabel = createMakeLabel({
    ...{ platform: createBuiltinPlatform(storage, clock), labels: () => labels },
    ...{ bus, clock, log, chance: () => 0.5 },
  });
  const due = createSweepLabels(storage.changes, shopsOf([shop]), makeLabel);
  sweep = () => due(desk.clock.now);
  const mara = await aCustomerVisitor(desk, MARA);
  const line = { line: 'line-1', quantity: 1, reason: 'too_small', outcome: { kind: 'refund' } };
  const wish = { lines: [line], method: 'label' };
  const { body: quote } = await mara.post('/orders/o-1/returns/quote', wish);
  const { body } = await mara.post('/orders/o-1/returns', { ...wish, quote: quote['id'] });
  await backend.settled();
  id = String(body['return']);
}
const returned = async () => (await desk.storage.changes.return('alder', id))!;
const told = async () => (await toldBy(desk)).map(({ type }) => type);
const stuck = async () =>
  (await desk.storage.changes.returnsIn('alder', { withoutLabel: true, most: 10 })).length;

describe('The label of a return', () => {
  test('is asked for again when the carrier did not answer', async () => {
    await aReturnFrom('00001');
    assert.equal((await returned()).state, 'approved');
    await sweep();
    assert.equal((await returned()).state, 'approved');
    desk.clock.pass(retryDelays[0]! * (1 + jitter));
    await sweep();
    assert.deepEqual([(await returned()).state, await stuck()], ['label_sent', 0]);
  });

  test('is given up when the carrier takes no such parcel, and the shop is told', async () => {
    await aReturnFrom('00000');
    desk.clock.pass(86_400);
    await sweep();
    const { state, labelFailed, labelTries } = await returned();
    assert.deepEqual([state, labelFailed, labelTries], ['approved', 'address_refused', 1]);
    assert.equal(await stuck(), 1);
    assert.deepEqual(await told(), ['return.approved', 'return.label_failed']);
  });

  test('is given up when the carrier never answers', async () => {
    const silent = { state: 'failed', reason: 'unreachable', retryable: true } as const;
    await aReturnFrom('2000', { make: async () => silent });
    for (const seconds of retryDelays) {
      assert.equal((await returned()).labelFailed, undefined);
      desk.clock.pass(seconds * (1 + jitter));
      await sweep();
    }
    const { labelFailed, labelTries } = await returned();
    assert.deepEqual([labelFailed, labelTries], ['unreachable', mostAttempts]);
    assert.equal((await told()).at(-1), 'return.label_failed');
  });

  test('is made though whoever was to make it has died', async () => {
    await aReturnFrom('2000', { make: async () => assert.fail('died') });
    assert.equal((await returned()).labelTries, undefined);
    desk.clock.pass(labelLease);
    await assert.rejects(sweep, /died/);
  });
});
