import assert from 'node:assert/strict';
import fc from 'fast-check';
import { databaseOver, type RawDatabase } from '../../../src/backend/storage/dialect.ts';
import type { Database } from '../../../src/backend/storage/schema.ts';
import { aBackend } from '../../builders/backend.ts';
import type { EngineUnderTest } from '../../builders/engines.ts';
import { createVisitor } from '../../builders/visitor.ts';
import { createDeskActs } from './desk-acts.ts';
import { anna, annas, coat, GIFT, PAID, policy } from './annas-orders.ts';
import { signed } from './signed.ts';
import {
  again,
  cancelled,
  happenings,
  paidByCard,
  rowOf,
  type Happening,
  type Row,
} from './tellings.ts';

async function open(engine: EngineUnderTest) {
  let raw: RawDatabase | undefined;
  const desk = await aBackend({
    ...{ rows: [anna(GIFT), coat, annas('new'), annas('sent')], shop: { policy } },
    engine: { ...engine, open: async () => (raw = await engine.open()) },
  });
  const sender = createVisitor(desk.backend.fetch, { origin: null });
  const send = async (row: Row): Promise<void> => {
    const path = `/webhooks/${row.type}s`;
    const { status, body } = await sender.send('POST', path, signed(desk, row));
    assert.equal(status, 200, JSON.stringify(body));
  };
  return { desk, send, act: createDeskActs(desk), db: databaseOver<Database>(raw!) };
}
type Open = Awaited<ReturnType<typeof open>>;

/** Nobody is given more than was paid and charged, whatever the order says. */
async function neverMore({ desk, db }: Open): Promise<void> {
  for (const id of ['new', 'sent']) {
    const moves = await db
      .selectFrom('money_moves')
      .select('amount')
      .where('order_id', '=', id)
      .where('state', '!=', 'undone')
      .execute();
    const given = moves.reduce((sum, { amount }) => sum + amount, 0);
    assert.ok(given <= PAID, `${id} gives back ${given} of ${PAID}`);
    const { payments = [] } = (await desk.storage.catalogue.order('alder', id)) ?? {};
    assert.ok(payments.reduce((sum, { amount }) => sum + amount, 0) >= 0, `${id} owes its shopper`);
  }
}

/** Lets all happen, and has it arrive when it is told, or when it says that it does. */
async function play(
  opened: Open,
  list: readonly Happening[],
  { isLate, rows }: { isLate: boolean; rows: Map<number, Row> },
): Promise<void> {
  const { desk, send, act } = opened;
  const last = list.length + 7;
  const arriving = new Map<number, number[]>();
  for (let minute = 0; minute <= last; minute += 1) {
    desk.clock.pass(60);
    const happening = list[minute];
    if (happening && 'tells' in happening) {
      if (!rows.has(minute)) rows.set(minute, await rowOf(opened.desk, happening, minute));
      for (const after of isLate ? happening.arrives : [0])
        arriving.set(minute + after, [minute, ...(arriving.get(minute + after) ?? [])]);
    }
    for (const told of arriving.get(minute) ?? []) await send(rows.get(told)!);
    if (happening && 'act' in happening) {
      await act(happening.act);
      await neverMore(opened);
    }
  }
  await neverMore(opened);
}

/** What is left at the end, without the names of what was made by chance. */
async function endOf({ desk, db }: Open): Promise<object> {
  const { catalogue } = desk.storage;
  const orders = ['new', 'sent'].map(async (id) => {
    const { payments, ...order } = (await catalogue.order('alder', id))!;
    const told = payments.map(({ kind, label, amount }) => `${kind} ${label} ${amount}`).sort();
    return { ...order, payments: told };
  });
  const booked = await db.selectFrom('ledger_entries').select(['account', 'amount']).execute();
  return {
    orders: await Promise.all(orders),
    methods: await catalogue.paymentMethods('alder', 'anna'),
    booked: booked.map(({ account, amount }) => `${account} ${amount}`).sort(),
  };
}

/**
 * What a shop tells of what was done at the desk, and of nothing else of it, comes late, twice and in any
 * order. It must end as if each had come when it was told.
 */
export const checkAroundActs = (engine: EngineUnderTest, runs: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(happenings, fc.nat(14), async (list, hears) => {
      const knowing = list.map((each, nth) =>
        'tells' in each ? { ...each, knows: true, hasHeard: nth >= hears } : each,
      );
      const rows = new Map<number, Row>();
      const ends: object[] = [];
      for (const isLate of [false, true]) {
        const opened = await open(engine);
        await play(opened, knowing, { isLate, rows });
        ends.push(await endOf(opened));
        await opened.desk.close();
      }
      assert.deepEqual(ends[1], ends[0]);
    }),
    {
      ...{ numRuns: runs, includeErrorInReport: true },
      examples: [
        [cancelled, 0],
        [paidByCard, 0],
      ],
    },
  );

/** Whatever a shop knows, and whenever it comes: nobody is given more than was paid. */
export const checkNeverMore = (engine: EngineUnderTest, runs: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(happenings, async (list) => {
      const opened = await open(engine);
      await play(opened, list, { isLate: true, rows: new Map() });
      await opened.desk.close();
    }),
    { numRuns: runs, includeErrorInReport: true, examples: [[again]] },
  );
