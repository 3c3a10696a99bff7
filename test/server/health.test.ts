import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { SchemaState } from '../../src/backend/ports.ts';
import { createHealth } from '../../src/server/http/health.ts';
import { createLog } from '../../src/server/drivers/log.ts';

const upToDate: SchemaState = { missing: [], unknown: [], beside: [] };

function aHealth(schema: () => Promise<SchemaState> = async () => upToDate, patience?: number) {
  const lines: string[] = [];
  const clock = { now: Date.parse('2026-11-23T09:00:00Z') };
  const health = createHealth(
    createLog((line) => lines.push(line)),
    () => new Date(clock.now),
    patience,
  );
  const ready = () => health.ready({ schema });
  const ask = async (path: string, method = 'GET') => {
    const answer = await health.answer(new Request(`http://localhost${path}`, { method }));
    return answer && { status: answer.status, body: await answer.json() };
  };
  return { health, ready, ask, lines, clock };
}

describe('/healthz', () => {
  test('says yes for as long as the process lives', async () => {
    const { health, ask } = aHealth(() => Promise.reject(new Error('gone')));
    assert.deepEqual(await ask('/healthz'), { status: 200, body: { alive: true } });
    health.stopping();
    assert.equal((await ask('/healthz'))?.status, 200);
  });
});

describe('/readyz', () => {
  const cases: [when: string, state: () => Promise<SchemaState>, missing: string[]][] = [
    ['all is there', async () => upToDate, []],
    [
      'a migration is not',
      async () => ({ ...upToDate, missing: ['003-imports'] }),
      ['migration 003-imports'],
    ],
    [
      'the database is of a newer version',
      async () => ({ ...upToDate, unknown: ['009-later'] }),
      ['a newer version of Front Desk'],
    ],
    [
      'a newer version has added what this one may go on beside',
      async () => ({ ...upToDate, beside: ['009-later-beside'] }),
      [],
    ],
    ['the database does not answer', () => Promise.reject(new Error('gone')), ['database']],
  ];
  for (const [when, state, missing] of cases)
    test(`when ${when}, says ${missing.length ? missing.join() : 'yes'}`, async () => {
      const { ready, ask } = aHealth(state);
      ready();
      assert.deepEqual(
        await ask('/readyz'),
        missing.length
          ? { status: 503, body: { ready: false, missing } }
          : { status: 200, body: { ready: true } },
      );
    });

  test('says no before the start and from the stop on', async () => {
    const { health, ready, ask } = aHealth();
    assert.deepEqual((await ask('/readyz'))?.body, { ready: false, missing: ['starting'] });
    ready();
    assert.equal((await ask('/readyz'))?.status, 200);
    health.stopping();
    assert.deepEqual(await ask('/readyz'), {
      status: 503,
      body: { ready: false, missing: ['stopping'] },
    });
  });

  test('says no, and asks nothing more, while the database owes an answer', async () => {
    const answers: ((state: SchemaState) => void)[] = [];
    const { ready, ask, clock } = aHealth(() => new Promise((said) => answers.push(said)), 5);
    ready();
    for (let second = 0; second < 3; second += 1) {
      const { status, body } = (await ask('/readyz'))!;
      assert.deepEqual([status, body], [503, { ready: false, missing: ['database'] }]);
      clock.now += 1000;
    }
    assert.equal(answers.length, 1);
    answers[0]!(upToDate);
    await new Promise((resolve) => setImmediate(resolve));
    const again = ask('/readyz');
    answers[1]!(upToDate);
    assert.equal((await again)?.status, 200);
  });

  test('asks the database once a second, however many ask us', async () => {
    let asked = 0;
    const { ready, ask, clock } = aHealth(async () => {
      asked += 1;
      return upToDate;
    });
    ready();
    await Promise.all(Array.from({ length: 10 }, () => ask('/readyz')));
    clock.now += 999;
    assert.equal((await ask('/readyz'))?.status, 200);
    assert.equal(asked, 1);
    clock.now += 1;
    await ask('/readyz');
    assert.equal(asked, 2);
  });

  test('tells the log why, and the world only what', async () => {
    const { ready, ask, lines } = aHealth(() => Promise.reject(new Error('host db.internal')));
    ready();
    assert.doesNotMatch(JSON.stringify(await ask('/readyz')), /internal/);
    assert.match(lines[0]!, /database_not_answering/);
  });

  test('leaves every other path and method to the site', async () => {
    const { ask } = aHealth();
    assert.equal(await ask('/v1/desk'), undefined);
    assert.equal(await ask('/readyz', 'POST'), undefined);
  });
});
