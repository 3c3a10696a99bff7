import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { BehaviourEvent, EventBatch, KnownEvents } from '../../src/contract/events.ts';
import { purge } from '../../src/backend/services/purge.ts';
import { aBackend, type BackendUnderTest } from '../builders/backend.ts';
import { aCustomer, aProduct } from '../builders/rows.ts';
import type { Visitor } from '../builders/visitor.ts';
import { aCustomerVisitor } from './identity/flows.ts';

const MARA = 'mara@kern.example';
const rows = [aCustomer({ id: 'mara', email: MARA }), aProduct({ id: 'coat', name: 'Field coat' })];
const TODAY = 'visitor-of-this-day-1';
const DAY = 24 * 60 * 60;

let desk: BackendUnderTest;
beforeEach(async () => {
  desk = await aBackend({ rows });
});
afterEach(() => desk.close());

let made = 0;
const eventId = () => `event-${String((made += 1)).padStart(20, '0')}`;
const viewed = (wanted: { product?: string; variant?: string } = {}): BehaviourEvent => ({
  ...{ type: 'product_viewed', id: eventId(), secondsAgo: 60, product: 'coat', ...wanted },
});
const searched = (): BehaviourEvent => ({ type: 'searched', id: eventId(), secondsAgo: 0 });
const aBatch = (events: BehaviourEvent[], wanted: Partial<EventBatch> = {}): EventBatch => ({
  ...{ visitor: TODAY, consent: 'analytics', events, ...wanted },
});
const send = (batch: EventBatch, from: Visitor = desk.visitor(), headers = {}) =>
  from.post('/events', batch, { key: null, headers });
async function known(from: Visitor = desk.visitor(), visitors = [TODAY]): Promise<KnownEvents> {
  const { status, body } = await from.post('/events/known', { visitors }, { key: null });
  assert.equal(status, 200);
  return body as unknown as KnownEvents;
}
const remove = (wanted: unknown, from: Visitor = desk.visitor()) =>
  from.post('/events/removal', { visitors: [TODAY], remove: wanted });

describe('Events', () => {
  test('are kept once, and shown to the device that was there, in words', async () => {
    const batch = aBatch([viewed(), searched()]);
    for (let times = 0; times < 2; times += 1) {
      const { status, body } = await send(batch);
      assert.deepEqual([status, body], [202, { kept: 2 }] as never);
    }
    const { items, counts, next } = await known();
    assert.equal(next, undefined);
    assert.deepEqual(counts, [
      { type: 'product_viewed', count: 1 },
      { type: 'searched', count: 1 },
    ]);
    assert.deepEqual(items[1], {
      ...{ id: batch.events[0]!.id, type: 'product_viewed', at: '2026-11-23T08:59:00.000Z' },
      ...{ linked: false, product: { id: 'coat', name: 'Field coat' } },
    });
    assert.deepEqual((await known(desk.visitor(), ['another-visitor-of-1-day'])).items, []);
    assert.deepEqual((await known(desk.visitor(), [])).items, []);
  });

  test('are removed for good: one, all of a type, all', async () => {
    const [first, second] = [viewed(), viewed()];
    await send(aBatch([first, second, searched(), searched()]));
    const gone = async (wanted: unknown) => (await remove(wanted)).body['removed'];
    assert.equal(await gone({ id: first.id }), 1);
    assert.equal(await gone({ type: 'searched' }), 2);
    assert.deepEqual(
      (await known()).items.map(({ id }) => id),
      [second.id],
    );
    assert.equal(await gone('all'), 1);
    assert.deepEqual((await known()).counts, []);
  });

  test('are a customer’s only where they agreed to that, and then wherever they sign in', async () => {
    const mara = await aCustomerVisitor(desk, MARA);
    await send(aBatch([searched()]), mara);
    await send(aBatch([viewed()], { consent: 'personalization' }), mara);
    await send(aBatch([viewed()], { consent: 'personalization' }));
    desk.clock.pass(31);
    const elsewhere = await aCustomerVisitor(desk, MARA);
    const hers = await known(elsewhere, []);
    assert.deepEqual(
      hers.items.map(({ type, linked }) => [type, linked]),
      [['product_viewed', true]],
    );
    // what is hers no id of a device leads to
    assert.deepEqual(
      (await known()).items.map(({ linked }) => linked),
      [false, false],
    );
    assert.equal((await remove('all')).body['removed'], 2);
    assert.equal((await known(elsewhere, [])).items.length, 1);
    const { body } = await elsewhere.post('/events/removal', { visitors: [], remove: 'all' });
    assert.equal(body['removed'], 1);
  });

  test('of a session that is over wait for a new one, where it matters whose they are', async () => {
    const mara = await aCustomerVisitor(desk, MARA);
    desk.clock.pass(DAY);
    const { body } = await send(aBatch([viewed()], { consent: 'personalization' }), mara);
    assert.equal(body.code, 'unauthenticated');
    assert.equal((await send(aBatch([viewed()]), mara)).status, 202);
  });

  test('say nothing but what the list allows', async () => {
    const strange = [
      { ...searched(), query: 'mara@kern.example' },
      { ...searched(), type: 'typed' },
      { ...viewed(), id: 'Mara, who lives at Meir 50' },
      { ...viewed(), placement: 'Meir 50' },
      { ...searched(), secondsAgo: 8 * DAY },
      { type: 'room_opened', id: eventId(), secondsAgo: 0, room: 'mara@kern.example' },
    ] as unknown as BehaviourEvent[];
    for (const event of strange) {
      const { body } = await send(aBatch([event]));
      assert.equal(body.code, 'validation_failed', JSON.stringify(event));
    }
    const unknown = [viewed({ product: 'mara@kern.example' }), viewed({ variant: 'Meir 50' })];
    assert.deepEqual((await send(aBatch(unknown))).body, { kept: 1 } as never);
    const [only] = await desk.storage.events.since('alder', 0, 10);
    assert.equal(only?.variant, undefined);
  });

  test('of a browser that objects are not kept, whatever the page says', async () => {
    for (const header of ['Sec-GPC', 'DNT']) {
      const { status, body } = await send(aBatch([viewed()]), desk.visitor(), { [header]: '1' });
      assert.deepEqual([status, body], [202, { kept: 0 }] as never);
    }
    assert.deepEqual((await known()).items, []);
  });

  test('of one visitor are taken so many a minute, and of one address', async () => {
    const limited = await aBackend({
      rows,
      ports: { eventLimits: { perVisitor: 2, perNetwork: 3 } },
    });
    const at = (visitor: string, count: number) =>
      limited
        .visitor()
        .post('/events', aBatch(Array.from({ length: count }, searched), { visitor }), {
          key: null,
        });
    const other = 'visitor-of-this-day-2';
    assert.equal((await at(TODAY, 2)).status, 202);
    const { status, body } = await at(TODAY, 1);
    assert.deepEqual([status, body.code, body.retryAfter], [429, 'too_many_requests', 60]);
    assert.equal((await at(other, 2)).status, 429);
    limited.clock.pass(60);
    assert.equal((await at(other, 2)).status, 202);
    await limited.close();
  });

  test('are forgotten after ninety days', async () => {
    await send(aBatch([viewed()]));
    desk.clock.pass(90 * DAY - 61);
    await purge(desk.storage, desk.clock.now);
    assert.equal((await known()).items.length, 1);
    desk.clock.pass(1);
    await purge(desk.storage, desk.clock.now);
    assert.deepEqual((await known()).items, []);
  });
});
