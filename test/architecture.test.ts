import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { heavyChains, importFaults, rings } from './architecture/check.ts';
import { house } from './architecture/house.ts';
import { importsOf, readSources } from './architecture/imports.ts';

const sources = readSources('src');
const browserEntries = [
  'src/widget/loader.ts',
  'src/widget/panel.ts',
  'src/widget/index.ts',
  'src/console/main.ts',
];

describe('The house', () => {
  test('imports only point down', () => {
    assert.deepEqual(importFaults(sources), []);
  });

  test('no file waits for itself through others', () => {
    assert.deepEqual(rings(sources), []);
  });

  for (const entry of browserEntries)
    test(`${entry} brings no server package to a shopper`, () => {
      assert.ok(sources.has(entry), `${entry} is missing`);
      assert.deepEqual(heavyChains(sources, entry), []);
    });

  test('every room of the table that others may import is in the table', () => {
    const rooms = new Set(house.map(({ path }) => path));
    assert.deepEqual(
      house.flatMap(({ may }) => may.filter((path) => !rooms.has(path))),
      [],
    );
  });
});

describe('The checker', () => {
  const faultsOf = (file: string, source: string) => importFaults(new Map([[file, source]]));
  const bad: [why: string, file: string, source: string][] = [
    [
      'the widget imports the backend',
      'src/widget/stores/a.ts',
      "import { b } from '../../backend/services/b.ts';",
    ],
    [
      'the backend imports the widget',
      'src/backend/app.ts',
      "import { b } from '../widget/client/b.ts';",
    ],
    [
      'the backend needs Node',
      'src/backend/services/a.ts',
      "import { readFile } from 'node:fs/promises';",
    ],
    [
      'a service goes round the storage port',
      'src/backend/services/a.ts',
      "import { db } from '../storage/db.ts';",
    ],
    ['a route writes SQL', 'src/backend/routes/a.ts', "import { sql } from 'kysely';"],
    ['the domain looks up', 'src/domain/a.ts', "import type { Ports } from '../backend/ports.ts';"],
    [
      'the contract imports anything of ours',
      'src/contract/a.ts',
      "export * from '../domain/a.ts';",
    ],
    [
      'a small part knows shops',
      'src/widget/ui/a.ts',
      "import { orders } from '../stores/orders.ts';",
    ],
    ['the loader brings Lit', 'src/widget/loader.ts', "import { html } from 'lit';"],
    ['the loader brings the panel', 'src/widget/loader.ts', "import { mount } from './panel.ts';"],
    ['the panel is loaded by import()', 'src/widget/loader.ts', "const p = import('./panel.ts');"],
    ['a file stands in no room', 'src/odd/a.ts', ''],
    [
      'a file leans on the tests',
      'src/domain/a.ts',
      "import { anOrder } from '../../test/builders/order.ts';",
    ],
  ];
  for (const [why, file, source] of bad)
    test(`refuses it when ${why}`, () => {
      assert.equal(faultsOf(file, source).length, 1);
    });

  test('lets the loader know the type of the panel', () => {
    assert.deepEqual(
      faultsOf('src/widget/loader.ts', "import type { Panel } from './panel.ts';"),
      [],
    );
  });

  test('finds a server package at the end of a chain', () => {
    const made = new Map([
      ['src/widget/panel.ts', "import { a } from './stores/a.ts';"],
      [
        'src/widget/stores/a.ts',
        "import type { T } from '../../contract/t.ts';\nimport { b } from '../../contract/b.ts';",
      ],
      ['src/contract/b.ts', "import { z } from 'zod';"],
    ]);
    assert.deepEqual(heavyChains(made, 'src/widget/panel.ts'), [
      'src/widget/panel.ts -> src/widget/stores/a.ts -> src/contract/b.ts -> zod',
    ]);
  });

  test('finds a ring', () => {
    const made = new Map([
      ['src/domain/a.ts', "import { b } from './b.ts';"],
      ['src/domain/b.ts', "import { a } from './a.ts';"],
    ]);
    assert.deepEqual(rings(made), ['src/domain/a.ts -> src/domain/b.ts -> src/domain/a.ts']);
  });

  test('reads every way to import, and none in a comment', () => {
    const source = [
      "import './a.ts';",
      "import type { B } from './b.ts';",
      "import {\n  c,\n  d,\n} from './c.ts';",
      "export * from './e.ts';",
      "// import './no.ts';",
      "const load = () => import('./f.ts');",
      "type G = import('./g.ts').G;",
    ].join('\n');
    assert.deepEqual(
      importsOf('src/x/y.ts', source).map(({ to, typeOnly, dynamic }) => [to, typeOnly, dynamic]),
      [
        ['src/x/a.ts', false, false],
        ['src/x/b.ts', true, false],
        ['src/x/c.ts', false, false],
        ['src/x/e.ts', false, false],
        ['src/x/f.ts', false, true],
        ['src/x/g.ts', true, false],
      ],
    );
  });
});

describe('The text of the repository', () => {
  const folders = ['src', 'demo', 'test', 'bench', 'docs', 'scripts', '.ci'];
  const texts = folders.flatMap((folder) => textFiles(folder));
  // Put together here, so that this file is not its own find.
  const words = ['TO' + 'DO', 'FIX' + 'ME', 'XX' + 'X', 'HA' + 'CK'];
  const undone = new RegExp(`\\b(${words.join('|')})\\b`);
  const machine = new RegExp(
    ['/(wo' + 'rk|fa' + 'rm|ro' + 'ot)/', '/usr/' + 'bin/chrom'].join('|'),
  );
  const registry = new RegExp('regis' + 'try\\.[a-z]+(js|pkg)\\.|deb\\.[a-z]+\\.org');

  for (const [rule, pattern] of [
    ['nothing is left undone', undone],
    ['no path of one machine is written down', machine],
    ['no registry is written down', registry],
  ] as const)
    test(rule, () => {
      const lines = texts.flatMap((path) =>
        readFileSync(path, 'utf8')
          .split('\n')
          .map((line, index) => ({ line, place: `${path}:${index + 1}` })),
      );
      assert.deepEqual(
        lines
          .filter(({ line }) => pattern.test(line))
          .map(({ place, line }) => `${place} ${line.slice(0, 80)}`),
        [],
      );
    });

  test('the lockfile names no registry', () => {
    assert.doesNotMatch(readFileSync('package-lock.json', 'utf8'), /"resolved": "http/);
  });

  test('every version is exact', () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync('package.json', 'utf8'));
    const loose = Object.entries<string>({ ...dependencies, ...devDependencies }).filter(
      ([, version]) => !/^(npm:[\w-]+@)?\d+\.\d+\.\d+(-[\w.]+)?$/.test(version),
    );
    assert.deepEqual(loose, []);
  });
});

function textFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(ts|js|mjs|json|css|html|svg|md)$|(^|\/)run$/.test(name))
    .map((name) => join(folder, name))
    .sort();
}
