import assert from 'node:assert/strict';
import { afterEach, describe, test } from 'node:test';
import { createSandboxLabels } from '../../../src/backend/labels/sandbox.ts';
import type { Return } from '../../../src/contract/returns.ts';
import type { TrackingStatus } from '../../../src/contract/shipments.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aPolicy } from '../../builders/cases.ts';
import { aCustomer, anEvent, anOrder } from '../../builders/rows.ts';
import { anEndpoint } from '../../builders/shop.ts';
import { toldBy } from '../../builders/told.ts';
import type { Visitor } from '../../builders/visitor.ts';
import { aCustomerVisitor } from '../identity/flows.ts';

const MARA = 'mara@kern.example';
const address = { name: 'Mara Kern', lines: ['Meir 50'], city: 'Antwerp', country: 'BE' };

let desk: BackendUnderTest;
let mara: Visitor;
let id: string;
afterEach(() => desk.close());

/** A return whose label has been made; its money moves once it has arrived. */
async function aSentReturn() {
  const labels = createSandboxLabels({ shop: 'alder', currency: 'EUR', to: address });
  const order = anOrder({
    ...{ id: 'o-1', number: '#4051', customer: 'mara', deliveredOn: '2026-11-20', address },
    payments: [{ kind: 'card', label: 'Visa', amount: 8900, reference: 'pi_1' }],
  });
  desk = await aBackend({
    rows: [aCustomer({ id: 'mara', email: MARA }), order],
    shop: { policy: aPolicy({ returns: { settleOn: 'received' } }), webhooks: [anEndpoint()] },
    ports: { labels: () => labels },
  });
  mara = await aCustomerVisitor(desk, MARA);
  const line = { line: 'line-1', quantity: 1, reason: 'too_small', outcome: { kind: 'refund' } };
  const wish = { lines: [line], method: 'label' };
  const { body: quote } = await mara.post('/orders/o-1/returns/quote', wish);
  const { body } = await mara.post('/orders/o-1/returns', { ...wish, quote: quote['id'] });
  await desk.backend.settled();
  id = String(body['return']);
}
const returned = async () => (await mara.get(`/returns/${id}`)).body as unknown as Return;

/** What the carrier tells, a day apart. */
const days: Partial<Record<TrackingStatus, string>> = {
  carrier_picked_up: '2026-11-24T09:00:00.000Z',
  in_transit: '2026-11-25T09:00:00.000Z',
  delivered: '2026-11-26T09:00:00.000Z',
};
async function hear(status: TrackingStatus, order?: string) {
  const number = (await returned()).parcel!.number!;
  const event = anEvent({ status, text: `It is ${status}`, at: days[status]! });
  return desk.storage.catalogue.applyTracking(
    desk.shop,
    { number, events: [event], ...(order !== undefined && { order }) },
    desk.clock.now,
  );
}

describe('A parcel on its way back', () => {
  test('takes its return with it, and its money where it has arrived', async () => {
    await aSentReturn();
    assert.equal((await returned()).state, 'label_sent');
    assert.equal((await hear('carrier_picked_up', '#4051'))?.changed, true);
    const under = await returned();
    assert.deepEqual([under.state, under.parcel?.status], ['in_transit', 'carrier_picked_up']);
    assert.equal(under.parcel?.events[0]?.text, 'It is carrier_picked_up');
    assert.equal(under.moves[0]?.state, 'planned');
    await hear('delivered');
    const back = await returned();
    assert.deepEqual([back.state, back.moves[0]?.state], ['received', 'moving']);
    const told = (await toldBy(desk)).map(({ type }) => type);
    assert.deepEqual(
      told.filter((type) => type.startsWith('return.')),
      ['return.approved', 'return.in_transit', 'return.received'],
    );
  });

  for (const statuses of [
    ['carrier_picked_up', 'in_transit', 'delivered'],
    ['delivered', 'in_transit', 'carrier_picked_up'],
    ['in_transit', 'delivered', 'delivered', 'carrier_picked_up', 'in_transit'],
  ] as const)
    test(`ends in the same, told ${statuses.join(', ')}`, async () => {
      await aSentReturn();
      for (const status of statuses) await hear(status);
      assert.equal((await hear('delivered'))?.changed, false);
      const { state, moves, parcel } = await returned();
      assert.deepEqual([state, moves.length, moves[0]?.state], ['received', 1, 'moving']);
      assert.deepEqual(
        [parcel?.status, parcel?.events.map(({ status }) => status)],
        ['delivered', ['delivered', 'in_transit', 'carrier_picked_up']],
      );
    });

  test('is none of another order’s', async () => {
    await aSentReturn();
    assert.equal(await hear('delivered', '#9999'), undefined);
    assert.equal((await returned()).state, 'label_sent');
  });
});
