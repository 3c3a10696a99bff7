import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { aFolder } from '../server/folder.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const deploy = (name: string) => readFileSync(join(root, 'docs/deploy', name), 'utf8');
const bin = (): string => {
  const { bin: names } = JSON.parse(
    readFileSync(join(root, 'dist/server/package.json'), 'utf8'),
  ) as { bin: Record<string, string> };
  return names['front-desk-server']!;
};

/** A Dockerfile's instructions, stage by stage, lines that go on put together. */
function stagesOf(text: string): { name: string; lines: [word: string, rest: string][] }[] {
  const lines = text
    .replace(/^#.*\n/gm, '')
    .replace(/\\\n\s*/g, ' ')
    .split('\n')
    .filter(Boolean)
    .map((line): [string, string] => [line.split(' ')[0]!, line.split(' ').slice(1).join(' ')]);
  const stages: { name: string; lines: [string, string][] }[] = [];
  for (const [word, rest] of lines)
    if (word === 'FROM') stages.push({ name: / AS (\S+)$/.exec(rest)?.[1] ?? '', lines: [] });
    else stages.at(-1)!.lines.push([word, rest]);
  return stages;
}

describe('the image', () => {
  const stages = stagesOf(deploy('Dockerfile'));
  const last = stages.at(-1)!;
  const isRun = ([word]: [string, string]) => word === 'RUN';
  const ofLast = (word: string) => last.lines.find(([each]) => each === word)?.[1];

  test('copies what the build has made, or what an earlier stage has', () => {
    const copies = stages.flatMap(({ lines }) => lines.filter(([word]) => word === 'COPY'));
    assert.equal(copies.length, 3);
    for (const [, rest] of copies) {
      const [first = '', ...more] = rest.split(' ');
      const from = /^--from=(\S+)$/.exec(first)?.[1];
      if (from === undefined) assert.ok(existsSync(join(root, first)), first);
      else assert.ok(stages.slice(0, -1).some(({ name }) => name === from) && more.length === 2);
    }
  });

  test('sends the engine nothing but what it copies', () => {
    assert.deepEqual(deploy('Dockerfile.dockerignore').trim().split('\n'), ['*', '!dist/server']);
  });

  test('runs as nobody’s superuser, keeps its data in a volume, and says how it is', () => {
    assert.equal(ofLast('USER'), 'node');
    assert.equal(ofLast('VOLUME'), '/data');
    assert.equal(ofLast('WORKDIR'), '/data');
    assert.match(ofLast('HEALTHCHECK')!, /\/readyz/);
    assert.ok(stages.length > 1);
  });

  test('its healthcheck is a program that runs', () => {
    const words = JSON.parse(/CMD (\[.*\])$/.exec(ofLast('HEALTHCHECK')!)![1]!) as string[];
    const { status } = spawnSync(process.execPath, words.slice(1).map(toNobody));
    assert.equal(status, 1, 'nobody listens there');
  });

  test('has the command line by its name, for whoever works in it', () => {
    const [, target, link] = /^ln -s (\S+) (\S+)$/.exec(last.lines.findLast(isRun)![1])!;
    assert.deepEqual([target, link], [join('/app', bin()), '/usr/local/bin/front-desk-server']);
    const place = join(aFolder('path'), 'front-desk-server');
    symlinkSync(join(root, 'dist/server', bin()), place);
    const { status, stdout } = spawnSync(place, ['webhooks', 'list', '--help'], {
      encoding: 'utf8',
    });
    assert.equal(status, 0);
    assert.match(stdout, /List deliveries/);
  });

  test('starts what the package says is its command', () => {
    const [node, file, ...none] = JSON.parse(ofLast('ENTRYPOINT')!) as string[];
    assert.deepEqual([node, file, none], ['node', join('/app', bin()), []]);
    assert.deepEqual(JSON.parse(ofLast('CMD')!), ['serve']);
    const words = [join(root, 'dist/server', bin()), 'serve', '--help'];
    const { status, stdout } = spawnSync(process.execPath, words, { encoding: 'utf8' });
    assert.equal(status, 0);
    assert.match(stdout, /Serve the API and the widget/);
  });
});

/** A port at which nothing ever is. */
const toNobody = (text: string): string => text.replace('127.0.0.1:4747', '127.0.0.1:9');

interface Compose {
  services: Record<
    string,
    {
      image?: string;
      build?: { context: string; dockerfile: string };
      ports?: string[];
      volumes?: string[];
      depends_on?: Record<string, { condition: string }>;
      healthcheck?: { test: string[] };
    }
  >;
  volumes: Record<string, unknown>;
}

describe('the compose file', () => {
  const { services, volumes } = parse(deploy('compose.yaml')) as Compose;

  test('has the backend, Postgres and a proxy, of which the proxy alone is reached', () => {
    assert.deepEqual(Object.keys(services).sort(), ['front-desk', 'postgres', 'proxy']);
    const reached = Object.keys(services).filter((name) => services[name]!.ports);
    assert.deepEqual(reached, ['proxy']);
  });

  test('builds our image, and waits for Postgres', () => {
    const { build, depends_on: waits } = services['front-desk']!;
    assert.ok(existsSync(join(root, 'docs/deploy', build!.context, build!.dockerfile)));
    assert.deepEqual(waits, { postgres: { condition: 'service_healthy' } });
    assert.ok(services['postgres']!.healthcheck);
  });

  test('calls Postgres healthy where others reach it: what prepares its first start listens on a socket', () => {
    const { test: asked } = services['postgres']!.healthcheck!;
    assert.match(asked.join(' '), /\bpg_isready .*--host=127\.0\.0\.1( |$)/);
  });

  test('every volume it uses is one it has', () => {
    const used = Object.values(services).flatMap((service) => service.volumes ?? []);
    const named = used.map((each) => each.split(':')[0]!).filter((name) => !name.startsWith('.'));
    assert.deepEqual([...new Set(named)].sort(), Object.keys(volumes).sort());
  });

  test('holds no secret', () => {
    assert.doesNotMatch(deploy('compose.yaml'), /(PASSWORD|PEPPER): (?!\$\{)/);
  });
});

describe('the systemd unit', () => {
  const unit = deploy('front-desk.service');
  const has = spawnSync('systemd-analyze', ['--version']).status === 0;

  test(
    'passes systemd-analyze verify',
    { skip: !has && 'There is no systemd-analyze here' },
    () => {
      const file = join(aFolder('unit'), 'front-desk.service');
      // the program is not installed where the tests run: any that is will do
      writeFileSync(file, unit.replace(/^ExecStart=\S+/m, `ExecStart=${process.execPath}`));
      const { status, stderr } = spawnSync('systemd-analyze', ['verify', '--man=no', file], {
        encoding: 'utf8',
      });
      const ours = stderr.split('\n').filter((line) => line.includes('front-desk.service'));
      assert.deepEqual([status, ours], [0, []], stderr);
    },
  );

  test('starts our command as a user of its own, and gives a stop the time it takes', () => {
    assert.match(unit, /^ExecStart=\/usr\/local\/bin\/front-desk-server serve$/m);
    assert.match(unit, /^User=front-desk$/m);
    assert.match(unit, /^StateDirectory=front-desk$/m);
    assert.ok(Number(/^TimeoutStopSec=(\d+)$/m.exec(unit)![1]) > 10);
  });
});

describe('the command line beside a server', () => {
  const page = readFileSync(join(root, 'docs/operations.md'), 'utf8').replace(/ \\\n\s*/g, ' ');

  test('is called in a service of the compose file', () => {
    const { services } = parse(deploy('compose.yaml')) as Compose;
    const [, service = ''] = /^docker compose exec (\S+) front-desk-server /m.exec(page)!;
    assert.ok(service in services, service);
  });

  test('runs as the unit’s user, in its folder, with its secrets', () => {
    const unit = deploy('front-desk.service');
    const ofUnit = (name: string) => new RegExp(`^${name}=(.*)$`, 'm').exec(unit)![1]!;
    const [command] = /^systemd-run .* front-desk-server .*$/m.exec(page)!;
    for (const flag of [
      `--uid=${ofUnit('User')}`,
      `--working-directory=${ofUnit('WorkingDirectory')}`,
      `--property=EnvironmentFile=${ofUnit('EnvironmentFile')}`,
    ])
      assert.ok(command.split(' ').includes(flag), flag);
  });
});
