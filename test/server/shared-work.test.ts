import assert from 'node:assert/strict';
import type { ServerResponse } from 'node:http';
import { after, before, describe, test } from 'node:test';
import pg from 'pg';
import { aPostgresDatabase, noPostgres } from '../builders/postgres.ts';
import { aReceiver, type Receiver } from '../builders/receiver.ts';
import { anOrder, aShipment } from '../builders/rows.ts';
import type { ServerProcess } from './server-process.ts';
import { aDeskFolder, tellNews, visitorOf } from './shared-desk.ts';

/** Under way from one process to one endpoint. */
const LANE_WIDTH = 4;
const parcels = Array.from({ length: 24 }, (_, nth) => ({
  number: `TWO${String(nth).padStart(9, '0')}`,
  order: `T${nth}`,
}));
const rows = parcels.map(({ number, order }) =>
  anOrder({
    ...{ id: order, number: order, email: 'guest@mail.example', status: 'shipped' },
    shipments: [aShipment({ id: number, number })],
  }),
);

describe('what two processes on one Postgres do together', { skip: noPostgres() }, () => {
  let receiver: Receiver;
  let database: pg.Client;
  let both: ServerProcess[];
  before(async () => {
    receiver = await aReceiver();
    const url = await aPostgresDatabase();
    const webhooks = [{ url: receiver.url, events: ['order.*'], secret: 's'.repeat(32) }];
    const desk = await aDeskFolder('shared-work', rows, url, { webhooks });
    database = new pg.Client(url);
    await database.connect();
    both = await Promise.all([desk.serve('--dev'), desk.serve('--dev')]);
  });
  after(async () => {
    for (const { child } of both) child.kill('SIGKILL');
    await database.end();
    await receiver.close();
  });

  /** So many look-ups at once, at one and the other in turn; how often each was the answer. */
  async function lookUps(most: number, wishOf: (nth: number) => { number: string; from: string }) {
    const told = await Promise.all(
      Array.from({ length: most }, (_, nth) => {
        const { number, from } = wishOf(nth);
        return visitorOf(both[nth % 2]!).post(
          '/identity/lookups',
          { number, email: 'nobody@mail.example' },
          { headers: { 'X-Forwarded-For': from } },
        );
      }),
    );
    const count = (status: number) => told.filter((each) => each.status === status).length;
    return { missed: count(404), refused: count(429) };
  }

  test('five look-ups that miss are all that an address has, wherever it asks', async () => {
    const tried = await lookUps(20, (nth) => ({ number: `N${nth}`, from: '203.0.113.1' }));
    assert.deepEqual(tried, { missed: 5, refused: 15 });
    const more = await lookUps(2, (nth) => ({ number: `M${nth}`, from: '203.0.113.1' }));
    assert.deepEqual(more, { missed: 0, refused: 2 });
  });

  test('and all that a number has, whoever asks for it', async () => {
    const tried = await lookUps(20, (nth) => ({ number: 'T1', from: `198.51.100.${nth}` }));
    assert.deepEqual(tried, { missed: 5, refused: 15 });
    const other = await lookUps(2, (nth) => ({ number: `T${2 + nth}`, from: '198.51.100.99' }));
    assert.deepEqual(other, { missed: 2, refused: 0 });
  });

  test('a delivery is sent by one of them, once', async () => {
    const unanswered: ServerResponse[] = [];
    receiver.answers((response) => void unanswered.push(response));
    await Promise.all(
      parcels.map((parcel, nth) => tellNews(both[nth % 2]!, parcel, 'At the depot')),
    );
    // as much as both of them send at a time: each is at it
    await receiver.hasReceived(2 * LANE_WIDTH);
    receiver.answers((response) => response.writeHead(204).end());
    // on a busy machine their sender may have given them up by now, and sends them again
    const waited = new Set(receiver.received.map(({ delivery }) => delivery));
    for (const response of unanswered) response.writeHead(204).end();
    const delivered = `select count(*)::int as n from outbox where state = 'delivered'`;
    while ((await database.query(delivered)).rows[0].n < parcels.length);
    const { rows: kept } = await database.query<{ id: string; attempts: string }>(
      'select id, attempts from outbox',
    );
    for (const { id, attempts } of kept) {
      const times = receiver.received.filter(({ delivery }) => delivery === id);
      assert.equal(times.length, Number(attempts), id);
      if (!waited.has(id)) assert.equal(attempts, '1', id);
    }
    assert.equal(kept.length, parcels.length);
    assert.ok(waited.size < kept.length);
  });
});
