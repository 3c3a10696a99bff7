import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { run } from '../../../src/server/cli/program.ts';
import type { Finding } from '../../../src/server/doctor/finding.ts';
import { aConfig, aShopConfig } from '../../builders/config.ts';
import { aFolder } from '../folder.ts';
import { aTerminal } from '../terminal.ts';

const SECRET = 'Zk3v9QpX7tLm2WcR8sYb4HdN6fJg1TaE';
const good = aConfig({
  shop: aShopConfig({ origins: ['https://shop.alder.eu'], webhookSecret: SECRET }),
});

async function doctor(config: unknown, ...flags: string[]) {
  const cwd = aFolder('doctor');
  if (config)
    writeFileSync(join(cwd, 'front-desk.config.json'), JSON.stringify(config), { mode: 0o600 });
  const terminal = aTerminal({ cwd });
  const exit = await run(['doctor', ...flags], terminal);
  return { exit, told: terminal.told(), complained: terminal.complained() };
}

describe('front-desk-server doctor', () => {
  test('looks at everything, a line each, and ends with 0 where nothing is broken', async () => {
    const { exit, told } = await doctor(good);
    assert.equal(exit, 0, told);
    const areas = told
      .trim()
      .split('\n')
      .map((line) => line.split(/ +/)[1]);
    assert.deepEqual(
      [...new Set(areas)],
      [
        'versions',
        'disk',
        'lock',
        'migrations',
        'secrets',
        'origins',
        'mail',
        'payments',
        'policy',
        'clock',
      ],
    );
    assert.match(told, /^warning mail {7}There is no mail: nobody can sign in by code\. Add mail/m);
    assert.ok(!told.includes(SECRET));
  });

  test('tells of webhooks that keep serve from starting', async () => {
    const webhooks = [
      { url: 'http://localhost:9/hook', events: ['*'], secret: SECRET },
      { url: 'https://erp.alder.eu/hook', events: ['*'], secret: SECRET },
    ];
    const { told } = await doctor({ ...good, shop: { ...(good['shop'] as object), webhooks } });
    assert.deepEqual(told.match(/^.* webhooks .*$/gm), [
      'broken  webhooks   A webhook of alder goes to http://localhost:9, unencrypted: serve does not ' +
        'start so. Use https there. On your own machine, serve --dev takes it.',
    ]);
  });

  test('ends with 1 where something is, and says how much', async () => {
    const weak = aConfig({ shop: aShopConfig({ webhookSecret: 'x'.repeat(32) }) });
    const { exit, told, complained } = await doctor(weak);
    assert.equal(exit, 1);
    assert.match(
      told,
      /^broken {2}secrets {4}The webhook secret of alder can be guessed\. Make one/m,
    );
    assert.equal(complained, '1 thing is broken.\n');
  });

  test('without --clock says how ours is compared with another', async () => {
    const { told } = await doctor(good);
    assert.match(told, /^note {4}clock .* not compared .*--clock https:\/\//m);
  });

  test('ends with 1 where Postgres does not answer', async () => {
    const database = 'postgres://desk:hidden@127.0.0.1:1/shop';
    const { exit, told } = await doctor({ ...good, database, pepper: SECRET });
    assert.equal(exit, 1);
    assert.match(told, /^broken {2}database {3}Postgres at 127\.0\.0\.1:1\/shop .*ECONNREFUSED/m);
    assert.doesNotMatch(told, /hidden/);
  });

  test('tells the same as JSON', async () => {
    const { told } = await doctor(good, '--json');
    const { findings } = JSON.parse(told) as { findings: Finding[] };
    assert.ok(findings.some(({ area, level }) => area === 'versions' && level === 'ok'));
  });

  test('a config with faults, or none, is a finding too', async () => {
    for (const [config, what] of [
      [aConfig({ port: 'x' }), /\/port: /],
      [undefined, /There is no front-desk\.config\.json/],
    ] as const) {
      const { exit, told } = await doctor(config, '--json');
      const { findings } = JSON.parse(told) as { findings: Finding[] };
      assert.equal(exit, 1);
      assert.deepEqual([findings.length, findings[0]!.area], [1, 'config']);
      assert.match(findings[0]!.what, what);
    }
  });

  test('a clock nobody can be asked for is skipped', async () => {
    const { exit, told } = await doctor(good, '--clock', 'http://127.0.0.1:9/');
    assert.equal(exit, 0, told);
    assert.match(told, /^note {4}clock {6}The clock of 127\.0\.0\.1:9 could not be asked/m);
    assert.equal((await doctor(good, '--clock', 'shop')).exit, 2);
  });
});
