import assert from 'node:assert/strict';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { readConfig } from '../../../src/server/config/load.ts';
import { aConfig } from '../../builders/config.ts';
import { aFolder } from '../folder.ts';
import { startServerProcess, type ServerProcess } from '../server-process.ts';

const running: ServerProcess[] = [];
after(() => running.forEach(({ child }) => child.kill('SIGKILL')));

test('A server tells its counts on the port the config names, and on no other', async () => {
  const cwd = aFolder('metrics');
  const config = JSON.stringify(aConfig({ metrics: { port: 0 } }));
  writeFileSync(join(cwd, 'front-desk.config.json'), config);
  const server = await startServerProcess([], { cwd });
  running.push(server);
  await (await fetch(`${server.url}/v1/desk`)).body?.cancel();
  const told = () => /"event":"metrics_served","port":(\d+)/.exec(server.stderr())?.[1];
  while (!told()) await once(server.child.stderr!, 'data');
  const counts = async () => (await fetch(`http://127.0.0.1:${told()}/metrics`)).text();
  let text = await counts();
  // the first purge goes on while the first request is answered
  while (!text.includes('job="purge"')) text = await counts();
  for (const line of [
    /^front_desk_request_seconds_count\{route="getDesk",status="200"\} 1$/m,
    /^front_desk_jobs_total\{job="purge",result="done"\} 1$/m,
    /^front_desk_database_bytes\{file="main"\} \d+$/m,
    /^front_desk_event_loop_lag_seconds\{quantile="0\.99"\} [\d.e-]+$/m,
    /^front_desk_info\{version="[\d.]+",node="[\d.]+"\} 1$/m,
    /^front_desk_webhooks\{state="dead"\} 0$/m,
    /^front_desk_webhooks_oldest_seconds 0$/m,
    /^process_resident_memory_bytes \d+$/m,
  ])
    assert.match(text, line);
  const elsewhere = await fetch(`${server.url}/metrics`);
  assert.equal(elsewhere.status, 404);
});

const tried = (metrics: object) =>
  readConfig(JSON.stringify(aConfig({ metrics })), 'x.json', () => '');

test('Beyond this machine the counts need a token', () => {
  assert.throws(() => tried({ port: 9464, host: '0.0.0.0' }), /\/metrics\/token: .*need a token/);
  for (const host of ['127.0.0.1', '::1', 'localhost'])
    assert.equal(tried({ port: 9464, host }).metrics?.host, host);
  assert.equal(tried({ port: 9464 }).metrics?.host, '127.0.0.1');
  const token = 'Zk3v9QpX7tLm2WcR8sYb4HdN6fJg1TaE';
  assert.equal(tried({ port: 9464, host: '0.0.0.0', token }).metrics?.token, token);
});
