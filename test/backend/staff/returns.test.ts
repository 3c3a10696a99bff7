import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { StaffReturn } from '../../../src/contract/inbox.ts';
import { decideReturn } from '../../../src/domain/returns/returns.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aPolicy } from '../../builders/cases.ts';
import { aColleague, CONSOLE } from '../../builders/colleague.ts';
import { aCustomer, aLine, anOrder } from '../../builders/rows.ts';
import type { Told, Visitor } from '../../builders/visitor.ts';

let desk: BackendUnderTest;
let lead: Visitor;
beforeEach(async () => {
  desk = await aBackend({
    shop: { policy: aPolicy({ returns: { review: true, settleOn: 'inspected' } }) },
    rows: [
      aCustomer({ id: 'mara', email: 'mara@kern.example', firstName: 'Mara', lastName: 'Kern' }),
      anOrder({
        ...{ id: 'o-1', number: '4051', customer: 'mara', deliveredOn: '2026-11-20' },
        lines: [aLine({ name: 'Moss knit' })],
      }),
    ],
    ports: { consoleAddress: () => CONSOLE },
  });
  lead = await aColleague(desk, { role: 'lead', name: 'Lena', email: 'lena@alder.example' });
  const now = desk.clock.now;
  const line = { line: 'line-1', quantity: 1, reason: 'too_small' as const };
  const request = {
    lines: [{ ...line, outcome: { kind: 'refund' as const } }],
    ...{ method: 'own' as const, instant: false, gift: false },
  };
  const wish = { at: now, by: 'customer' as const, request, variants: [] };
  await desk.storage.changes.write(desk.shop, 'o-1', wish, (held) =>
    decideReturn({ ...held, policy: desk.shop.policy!, now, request }),
  );
});
afterEach(() => desk.close());

const listed = async (page: Visitor, query = '') =>
  (await page.get(`/staff/returns${query}`)).body.items as unknown as StaffReturn[];
const step = (page: Visitor, id: string, body: object): Promise<Told> =>
  page.post(`/staff/returns/${id}/steps`, body);

describe('The returns desk', () => {
  test('shows what waits: whose it is, of which order, what goods', async () => {
    const [first, ...others] = await listed(lead, '?state=requested');
    assert.deepEqual(
      [first?.with.name, first?.orderNumber, first?.lines[0]?.name, others.length],
      ['Mara Kern', '4051', 'Moss knit', 0],
    );
    assert.deepEqual(await listed(lead, '?state=settled'), []);
  });

  test('takes a return from agreed to settled, and writes down who', async () => {
    const [first] = await listed(lead);
    const id = first!.return.id;
    const states: unknown[] = [];
    for (const name of ['approve', 'receive', 'inspect', 'approve'])
      states.push(stateIn(await step(lead, id, { step: name })));
    assert.deepEqual(states, ['approved', 'received', 'settled', 'return_moved_on']);
    const admin = await aColleague(desk, {
      role: 'admin',
      name: 'Ada',
      email: 'ada@alder.example',
    });
    const { body } = await admin.get('/staff/audit');
    const done = (body.items as unknown as Record<string, string>[])
      .filter(({ subject }) => subject === id)
      .map(({ action, by }) => `${action} ${by}`);
    assert.deepEqual(done.toSorted(), [
      ...['return_approved Lena', 'return_inspected Lena', 'return_received Lena'],
    ]);
  });

  test('refuses with a reason alone, which the shopper reads', async () => {
    const [first] = await listed(lead);
    const id = first!.return.id;
    assert.equal((await step(lead, id, { step: 'refuse' })).body.code, 'validation_failed');
    const told = await step(lead, id, { step: 'refuse', why: 'It was worn.' });
    const { return: refused } = told.body as unknown as StaffReturn;
    assert.deepEqual([refused.state, refused.refusedWhy], ['refused', 'It was worn.']);
  });

  test('shows an agent what there is, and lets them decide nothing', async () => {
    const agent = await aColleague(desk);
    const [first] = await listed(agent);
    const told = await step(agent, first!.return.id, { step: 'approve' });
    assert.equal(told.body.code, 'role_required');
  });
});

const stateIn = ({ body }: Told): unknown =>
  'return' in body ? (body as unknown as StaffReturn).return.state : body.code;
