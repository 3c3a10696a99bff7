import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import type { Shop, Storage } from '../../../src/backend/ports.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aCustomer, anOrder } from '../../builders/rows.ts';

const MARA = 'mara@kern.example';
const rows = [
  aCustomer({ id: 'mara', email: MARA }),
  aCustomer({ id: 'bo', email: 'bo@lund.example' }),
  anOrder({ id: 'o-1', number: '4182', customer: 'mara', email: MARA }),
];

/** A storage that notes each call to it, by store and method. */
function noting(storage: Storage, calls: string[]): Storage {
  const noted = (name: string, store: object): object =>
    Object.fromEntries(
      Object.entries(store).map(([method, act]) => [
        method,
        (...given: unknown[]): unknown => {
          calls.push(`${name}.${method}`);
          return (act as (...all: unknown[]) => unknown)(...given);
        },
      ]),
    );
  return Object.fromEntries(
    Object.entries(storage).map(([name, store]) => [
      name,
      typeof store === 'object' ? noted(name, store as object) : (store as unknown),
    ]),
  ) as unknown as Storage;
}

let open: BackendUnderTest[] = [];
beforeEach(() => {
  open = [];
});
afterEach(async () => {
  for (const one of open) await one.backend.close();
});

/** What a look-up asks of the storage, before it is answered and after. */
async function workOf(
  guestTracking: Shop['guestTracking'],
  body: { number: string; email: string },
): Promise<{ status: number; calls: string[] }> {
  const calls: string[] = [];
  const base = await aBackend({ rows });
  const desk = await aBackend({
    shop: { guestTracking },
    ports: { storage: noting(base.storage, calls) },
  });
  open.push(desk, base);
  calls.length = 0;
  const { status } = await desk.visitor().post('/identity/lookups', body);
  calls.push('answered');
  await desk.backend.settled();
  return { status, calls };
}

describe('The work of a look-up', () => {
  const misses = [
    { number: '9999', email: MARA },
    { number: '4182', email: 'bo@lund.example' },
    { number: '4182', email: 'nobody@mail.example' },
    { number: '9999', email: 'nobody@mail.example' },
  ];

  test('in a strict shop is the same for a hit and for every miss, and begins with the answer', async () => {
    const hit = await workOf('code', { number: '4182', email: MARA });
    assert.equal(hit.status, 202);
    const answered = hit.calls.indexOf('answered');
    assert.ok(answered > 0);
    assert.deepEqual(hit.calls.slice(answered + 1), [
      'catalogue.findOrder',
      'catalogue.knownContact',
      'limits.take',
      'challenges.arm',
    ]);
    assert.ok(!hit.calls.slice(0, answered).some((call) => call.startsWith('catalogue')));
    for (const miss of misses)
      assert.deepEqual(await workOf('code', miss), hit, JSON.stringify(miss));
  });

  test('in an open shop is the same for every miss, whichever of the two was wrong', async () => {
    const [first, ...others] = await Promise.all(misses.map((miss) => workOf('number', miss)));
    assert.equal(first?.status, 404);
    for (const other of others) assert.deepEqual(other, first);
  });
});
