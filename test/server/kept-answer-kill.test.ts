import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { openSqliteFile } from '../../src/server/drivers/sqlite.ts';
import { anOrder } from '../builders/rows.ts';
import { aDeskFolder, visitorOf } from './shared-desk.ts';
import type { ServerProcess } from './server-process.ts';

const ROUNDS = 6;
const AT_ONCE = 50;
const EMAIL = 'mara@kern.example';

test('fifty writes with one key, killed in the middle, have one effect and one answer', async () => {
  const rows = Array.from({ length: ROUNDS }, (_, nth) =>
    anOrder({ id: `o-${nth}`, number: `K${nth}`, email: EMAIL }),
  );
  const desk = await aDeskFolder('kept', rows);
  let server = await desk.serve();
  for (let round = 0; round < ROUNDS; round += 1) {
    const token = await aWriter(server);
    const lookUpNow = () => lookUp(server, round, token);
    // one who is told to wait shows that another is at work; one who is answered, that it is done
    const first = await killedAfterFirst(server, lookUpNow, round % 2 ? 200 : 409);
    server = await desk.serve();
    const again = await Promise.all([lookUpNow(), lookUpNow()]);
    const last = await lookUpNow();
    assert.equal(last.status, 200);
    const told = [...first, ...again, last].filter(({ status }) => status === 200);
    assert.equal(new Set(told.map(({ body }) => body.token)).size, 1);
  }
  server.child.kill('SIGTERM');
  assert.equal(await server.ended, 0);

  const db = openSqliteFile(join(desk.cwd, 'data/front-desk.db'));
  const counts = db
    .prepare("select order_id, count(*) as n from sessions where kind = 'guest' group by order_id")
    .all([]);
  const lost = db
    .prepare(
      "select id from conversations where session_id in (select id from sessions where kind = 'visitor')",
    )
    .all([]);
  db.close();
  assert.deepEqual(lost, [], 'what they wrote before is with the session of the answer');
  assert.deepEqual(
    counts,
    rows.map(({ id }) => ({ order_id: id, n: 1 })),
  );
});

/** The session of somebody nobody knows, who has written something. */
async function aWriter(server: ServerProcess): Promise<string> {
  const visitor = visitorOf(server);
  visitor.token = (await visitor.post('/session', {})).body.token;
  const { status } = await visitor.post('/conversations', {});
  assert.equal(status, 200);
  return visitor.token;
}

const lookUp = (server: ServerProcess, round: number, token: string) =>
  visitorOf(server, token).post(
    '/identity/lookups',
    { number: `K${round}`, email: EMAIL },
    { key: `a-key-of-round-${round}` },
  );

/** What was answered before the process was gone. */
async function killedAfterFirst(
  server: ServerProcess,
  lookUpNow: () => ReturnType<typeof lookUp>,
  status: number,
) {
  const asked = Array.from({ length: AT_ONCE }, async () => {
    const answer = await lookUpNow();
    if (answer.status === status) server.child.kill('SIGKILL');
    return answer;
  });
  const told = await Promise.allSettled(asked);
  // where all were answered otherwise it is killed between two writes
  server.child.kill('SIGKILL');
  assert.equal(await server.ended, 'SIGKILL');
  return told.flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
}
