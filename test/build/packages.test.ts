import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { promisify } from 'node:util';
import { importsOf } from '../architecture/imports.ts';
import { compilers, makeProject, type Project } from './project.ts';

const run = promisify(execFile);
const manifestOf = (name: string) => JSON.parse(readFileSync(`dist/${name}/package.json`, 'utf8'));

describe('The package front-desk', () => {
  const manifest = manifestOf('npm');

  test('has each of its entries, with types', () => {
    const frameworks = ['./react', './preact', './solid', './vue', './svelte'];
    for (const name of ['.', './define', './contract', './mock', ...frameworks]) {
      const { types, default: code } = manifest.exports[name];
      for (const file of [types, code])
        assert.ok(existsSync(join('dist/npm', file)), `${name}: ${file} is missing`);
    }
  });

  test('says what it is, under which licence, and what is new', () => {
    for (const file of ['README.md', 'LICENSE', 'CHANGELOG.md'])
      assert.ok(existsSync(join('dist/npm', file)), `${file} is missing`);
  });

  test('depends on three packages; what the mock runs on and frameworks are optional', () => {
    assert.deepEqual(Object.keys(manifest.dependencies).sort(), [
      '@floating-ui/dom',
      'lit',
      'nanostores',
    ]);
    assert.deepEqual(Object.keys(manifest.peerDependenciesMeta).sort(), [
      '@sqlite.org/sqlite-wasm',
      'msw',
      'preact',
      'react',
      'solid-js',
      'svelte',
      'vue',
    ]);
  });

  test('imports nothing it does not depend on', () => {
    const known = { ...manifest.dependencies, ...manifest.peerDependencies };
    const strangers = scripts('dist/npm').flatMap((file) =>
      importsOf(file, readFileSync(file, 'utf8'))
        .map(({ to }) => to)
        .filter((to) => !to.startsWith('dist/') && !(to in known)),
    );
    assert.deepEqual([...new Set(strangers)], []);
  });

  test('its elements can be had without registering them', () => {
    assert.doesNotMatch(readFileSync('dist/npm/index.js', 'utf8'), /customElements\.define\(/);
  });

  test('calls a schema by its name wherever another type holds it', () => {
    const routes = readFileSync('dist/npm/types/contract/routes.d.ts', 'utf8');
    assert.match(routes, /readonly body: typeof import\('\.\/cancellations\.js'\)\.Cancellation;/);
    assert.ok(routes.length < 100_000, `${routes.length} characters`);
  });

  test('tells editors of every public element, by files that exist', () => {
    const { modules } = JSON.parse(readFileSync('dist/npm/custom-elements.json', 'utf8'));
    assert.doesNotMatch(JSON.stringify(modules), /src\/|"name":"#/);
    for (const { path } of modules) assert.ok(existsSync(join('dist/npm', path)), path);
    const told = elementsIn(modules);
    assert.deepEqual(told.map(({ tagName }) => tagName).sort(), [
      'fd-order-tracker',
      'fd-recommendations',
      'fd-returns',
      'fd-wishlist-button',
      'front-desk',
    ]);
    for (const file of ['custom-elements.json', 'web-types.json', 'vscode.html-custom-data.json'])
      assert.equal(manifest.exports[`./${file}`], `./${file}`);
    const { tags } = JSON.parse(readFileSync('dist/npm/vscode.html-custom-data.json', 'utf8'));
    const web = JSON.parse(readFileSync('dist/npm/web-types.json', 'utf8'));
    // what is documented, no more and no less
    // VS Code's file knows no events
    assert.deepEqual(
      named(tags),
      named(
        told.map((one) => ({ ...one, events: [] })),
        'tagName',
      ),
    );
    assert.deepEqual(named(web.contributions.html.elements), named(told, 'tagName'));
    assert.match(readFileSync('dist/npm/vscode.css-custom-data.json', 'utf8'), /"--fd-radius"/);
  });
});

/** An element as the manifest has it, or an editor's file. */
interface Told {
  name: string;
  tagName?: string;
  attributes?: { name: string }[];
  events?: { name: string }[];
}

const elementsIn = (modules: { declarations?: Told[] }[]): Told[] =>
  modules.flatMap(({ declarations = [] }) => declarations).filter(({ tagName }) => tagName);

/** Each with its attributes and events, in an order that is the same for all. */
const named = (all: Told[], by: 'name' | 'tagName' = 'name') =>
  Object.fromEntries(
    all.map((one) => [
      one[by],
      [...(one.attributes ?? []), ...(one.events ?? [])].map(({ name }) => name).sort(),
    ]),
  );

describe('In a project of its own', () => {
  let project: Project;
  before(async () => {
    project = await makeProject();
  });
  after(() => project.remove());

  for (const compiler of compilers)
    test(`its types compile by ${compiler}, strictly, with no package it does not name`, async () => {
      assert.equal(await project.complaints('use.ts', use, compiler), '');
    });

  test('its contract runs in Node', async () => {
    const { stdout } = await run(
      process.execPath,
      [
        '--input-type=module',
        '-e',
        "import('front-desk/contract').then((m) => console.log(typeof m.openapi()))",
      ],
      { cwd: project.folder },
    );
    assert.equal(stdout.trim(), 'object');
  });
});

describe('The package front-desk-server', () => {
  const manifest = manifestOf('server');

  test('has its command, the tag’s file, the demo and the console', () => {
    assert.match(readFileSync('dist/server/bin.js', 'utf8'), /^#!\/usr\/bin\/env node\n/);
    for (const file of [
      ...['public/cdn/front-desk.js', 'public/demo/index.html', 'public/console/index.html'],
    ])
      assert.ok(existsSync(join('dist/server', file)), file);
  });

  test('has a console without a script or a style in the page itself', () => {
    const page = readFileSync('dist/server/public/console/index.html', 'utf8');
    assert.doesNotMatch(page, /<script(?![^>]* src=)|<style|\son\w+=|\sstyle=/);
  });

  test('keeps the console out of what shoppers load', () => {
    for (const file of scripts('dist/cdn'))
      assert.doesNotMatch(readFileSync(file, 'utf8'), /fd-inbox-list|\/staff\//, file);
  });

  test('imports nothing it does not depend on, and depends on nothing it does not import', () => {
    const imported = scripts('dist/server', ['public']).flatMap((file) =>
      importsOf(file, readFileSync(file, 'utf8'))
        .map(({ to }) => to)
        .filter((to) => !to.startsWith('dist/') && !to.startsWith('node:')),
    );
    assert.deepEqual([...new Set(imported)].sort(), Object.keys(manifest.dependencies).sort());
  });

  test('tells its version', async () => {
    const { stdout } = await run(process.execPath, ['dist/server/bin.js', '--version']);
    assert.equal(stdout.trim(), manifest.version);
  });
});

test('both packages are fit to publish', async () => {
  const { stdout } = await run(process.execPath, ['scripts/packages.mjs']);
  assert.equal(stdout.match(/fit to publish/g)?.length, 2);
});

/** What somebody may write who has nothing but the package. */
const use = `
  import * as elements from 'front-desk';
  import 'front-desk/define';
  import type { Order } from 'front-desk/contract';
  import { startMock } from 'front-desk/mock';

  export const number: Order['number'] = '4182';
  export const desk = document.createElement('front-desk');
  desk.open('orders');
  export const names = Object.keys(elements);
  export const started = startMock({});
  // @ts-expect-error an order has no such field
  export type Nothing = Order['nothing'];
`;

function scripts(folder: string, without: string[] = []): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.js') && !without.some((dir) => name.startsWith(`${dir}/`)))
    .map((name) => join(folder, name));
}
