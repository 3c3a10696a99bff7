import assert from 'node:assert/strict';
import fc from 'fast-check';
import { databaseOver, type RawDatabase } from '../../../src/backend/storage/dialect.ts';
import type { Database } from '../../../src/backend/storage/schema.ts';
import { aBackend } from '../../builders/backend.ts';
import type { EngineUnderTest } from '../../builders/engines.ts';
import { createVisitor } from '../../builders/visitor.ts';
import {
  history,
  moved,
  movedAndDropped,
  movedAndGone,
  refunded,
  toldAgain,
  type Delivery,
} from './histories.ts';
import { shopifySecret, signed, signedByShopify } from './signed.ts';

/** One arrival of a delivery; another name is one that we have not seen and cannot know it by. */
interface Arrival {
  position: number;
  name: string;
}

/** Each position of the history at least once, in any order; what arrives together stands together. */
const arrivals = history.chain((deliveries) => {
  const all = deliveries.map((_, position) => ({ position, name: `delivery ${position}` }));
  const again = fc.array(
    fc
      .record({ position: fc.nat(deliveries.length - 1), isRenamed: fc.boolean(), nth: fc.nat() })
      .map(({ position, isRenamed, nth }) => ({
        position,
        name: isRenamed ? `delivery ${position} once more ${nth}` : `delivery ${position}`,
      })),
    { maxLength: 6 },
  );
  return again
    .chain((more) =>
      fc.record({
        arrived: fc.shuffledSubarray([...all, ...more], { minLength: all.length + more.length }),
        sizes: fc.array(fc.constantFrom(1, 1, 2, 3), {
          ...{ minLength: all.length + more.length, maxLength: all.length + more.length },
        }),
      }),
    )
    .map(({ arrived, sizes }) => ({ deliveries, groups: groupsOf(arrived, sizes) }));
});

function groupsOf(arrived: readonly Arrival[], sizes: readonly number[]): Arrival[][] {
  const groups: Arrival[][] = [];
  for (let from = 0; from < arrived.length;) {
    const size = sizes[groups.length]!;
    groups.push(arrived.slice(from, from + size));
    from += size;
  }
  return groups;
}

const oneByOne = (positions: readonly number[]): Arrival[][] =>
  positions.map((position) => [{ position, name: `delivery ${position}` }]);

const tables = [
  'products',
  'variants',
  'customers',
  'orders',
  'order_lines',
  'shipments',
  'shipment_lines',
  'tracking_events',
  'row_marks',
] as const;

/** Which telling a variant is from is made at random. */
const withoutTelling = (name: string, value: unknown): unknown =>
  name === 'told' ? undefined : value;

async function endOf(
  engine: EngineUnderTest,
  deliveries: readonly Delivery[],
  groups: readonly (readonly Arrival[])[],
): Promise<object> {
  let raw: RawDatabase | undefined;
  const desk = await aBackend({
    shop: { shopify: { webhookSecret: shopifySecret } },
    engine: { ...engine, open: async () => (raw = await engine.open()) },
  });
  const sender = createVisitor(desk.backend.fetch, { origin: null });
  const send = async ({ position, name: id }: Arrival) => {
    const { area, body, topic, triggeredAt } = deliveries[position]!;
    const wish =
      topic === undefined
        ? signed(desk, body, { headers: { 'X-Front-Desk-Delivery': id } })
        : signedByShopify(topic, body, { id, ...(triggeredAt && { triggeredAt }) });
    const { status, body: answer } = await sender.send('POST', `/webhooks/${area}`, wish);
    assert.equal(status, 200, JSON.stringify([answer, body]));
  };
  for (const group of groups) await Promise.all(group.map(send));
  const db = databaseOver<Database>(raw!);
  const end: Record<string, string[]> = {};
  for (const table of tables) {
    const rows = await db.selectFrom(table).selectAll().execute();
    end[table] = rows.map((row) => JSON.stringify(row, withoutTelling)).sort();
  }
  await desk.close();
  return end;
}

/**
 * A history is a set of deliveries. It is sent once as it happened, and once as a bad network and
 * a nervous sender would: shuffled, some of it twice, under the same name or another, and some at
 * the same time. Both must end in the same tables.
 *
 * Throws for a history whose end depends on how it came.
 */
export const checkAnyOrder = (engine: EngineUnderTest, runs: number): Promise<void> =>
  fc.assert(
    fc.asyncProperty(arrivals, async ({ deliveries, groups }) => {
      const once = await endOf(engine, deliveries, oneByOne([...deliveries.keys()]));
      assert.deepEqual(await endOf(engine, deliveries, groups), once);
    }),
    {
      ...{ numRuns: runs, includeErrorInReport: true },
      examples: [
        [{ deliveries: [...toldAgain], groups: oneByOne([0, 2, 3, 1]) }],
        [{ deliveries: [...refunded], groups: oneByOne([0, 3, 1, 4, 2]) }],
        [{ deliveries: [...moved], groups: oneByOne([1, 0, 2]) }],
        [{ deliveries: [...movedAndGone], groups: oneByOne([1, 0, 2]) }],
        [{ deliveries: [...movedAndDropped], groups: oneByOne([0, 2, 1]) }],
        [{ deliveries: [...movedAndDropped], groups: oneByOne([1, 2, 0]) }],
      ],
    },
  );
