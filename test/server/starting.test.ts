import assert from 'node:assert/strict';
import { after, describe, test } from 'node:test';
import { alone, databaseOver } from '../../src/backend/storage/dialect.ts';
import { openPostgres } from '../../src/server/drivers/postgres.ts';
import { aPostgresDatabase, noPostgres } from '../builders/postgres.ts';
import { startCli, type CliProcess } from './server-process.ts';
import { aDeskFolder, askCode } from './shared-desk.ts';

const running: CliProcess[] = [];
after(() => running.forEach(({ child }) => child.kill('SIGKILL')));

interface Starting {
  server: CliProcess;
  url: string;
}

/** A server that lacks a migration, which another process is at for as long as `meanwhile` takes. */
async function startBehind(meanwhile: (starting: Starting) => Promise<void>): Promise<Starting> {
  const database = await aPostgresDatabase();
  const desk = await aDeskFolder('starting', [], database);
  const { pool } = await openPostgres(database);
  const db = databaseOver<Record<string, { name: string }>>(pool);
  await db.deleteFrom('kysely_migration').where('name', '=', '052-outbox-newest-beside').execute();
  await db.schema.dropIndex('outbox_by_newest').execute();
  const starting = await alone(db, 'migrations', async () => {
    const server = await startCli(['serve', '--port', '0'], desk);
    running.push(server);
    const url = `http://localhost:${await portOf(server)}`;
    await meanwhile({ server, url });
    return { server, url };
  });
  await db.destroy();
  return starting;
}

/** The port, as soon as the log tells of it. */
const portOf = ({ child, stderr, ended }: CliProcess): Promise<number> =>
  new Promise((resolve, reject) => {
    const look = () => {
      const found = /"event":"listening","port":(\d+)/.exec(stderr());
      if (found) resolve(Number(found[1]));
    };
    child.on('told', look);
    look();
    void ended.then((end) => reject(new Error(`Ended with ${end}: ${stderr()}`)));
  });

async function look(url: string, path: string) {
  const answer = await fetch(url + path);
  return [answer.status, await answer.json()];
}

describe('A server whose tables take long', { skip: noPostgres() }, () => {
  test('lives, is not ready, and sends everybody else away for a moment', async () => {
    const { server, url } = await startBehind(async (starting) => {
      assert.deepEqual(await look(starting.url, '/healthz'), [200, { alive: true }]);
      const missing = ['starting'];
      assert.deepEqual(await look(starting.url, '/readyz'), [503, { ready: false, missing }]);
      for (const answer of [
        await fetch(`${starting.url}/front-desk.js`),
        await askCode(starting),
      ]) {
        assert.deepEqual([answer.status, answer.headers.get('Retry-After')], [503, '5']);
        assert.equal(answer.headers.get('Content-Type'), 'application/problem+json');
        assert.equal(((await answer.json()) as { code: string }).code, 'unavailable');
      }
      assert.equal(starting.server.stdout(), '');
    });
    await server.printed(/^ready /m);
    assert.deepEqual(await look(url, '/readyz'), [200, { ready: true }]);
    server.child.kill('SIGTERM');
    assert.equal(await server.ended, 0);
  });

  test('and is asked to stop meanwhile does so in order once they are done', async () => {
    const { server } = await startBehind(async (starting) => {
      starting.server.child.kill('SIGTERM');
      assert.equal((await look(starting.url, '/healthz'))[0], 200);
    });
    assert.equal(await server.ended, 0);
    assert.match(server.stderr(), /"event":"stopped"/);
  });
});
