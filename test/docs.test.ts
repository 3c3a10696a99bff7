import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { createProgram } from '../src/server/cli/program.ts';
import { aTerminal } from './server/terminal.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string) => readFileSync(join(root, file), 'utf8');
const pages = [
  'README.md',
  'CONTRIBUTING.md',
  ...readdirSync(join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => join('docs', file)),
];
const anchorOf = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\w\s-]/g, '')
    .trim()
    .replace(/\s/g, '-');

describe('what the pages say', () => {
  test('every link leads to a file, and to a heading where it names one', () => {
    for (const page of pages)
      for (const [, target = ''] of read(page).matchAll(/\]\((?!https?:|mailto:)([^)\s]+)\)/g)) {
        const [path = '', anchor] = target.split('#');
        const file = path ? join(dirname(page), path) : page;
        assert.ok(existsSync(join(root, file)), `${page} links to ${target}`);
        if (!anchor) continue;
        const headings = [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
          anchorOf(heading!),
        );
        assert.ok(headings.includes(anchor), `${page} links to ${target}`);
      }
  });

  test('the site has each of them in its list, once', () => {
    const listed = [...read('docs/.vitepress/config.mjs').matchAll(/\['[^']+', '([\w/-]+)'\]/g)];
    assert.deepEqual(
      listed.map(([, page]) => `docs/${page}.md`).sort(),
      pages.filter((page) => page.startsWith('docs/') && page !== 'docs/index.md').sort(),
    );
  });

  test('every npm script they name is in package.json', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    for (const page of pages)
      for (const [, name = ''] of read(page).matchAll(
        /npm (?:run )?((?<=run )[\w:]+|start|test)\b/g,
      ))
        assert.ok(name in scripts, `${page} names npm run ${name}`);
  });

  test('every command and flag of the server they name exists', () => {
    const { commands } = createProgram(aTerminal());
    for (const page of pages)
      for (const [, name = '', rest = ''] of read(page).matchAll(
        /(?:npm run server -- |front-desk-server )([a-z]+)([^\n`]*)/g,
      )) {
        const outer = commands.find((one) => one.name() === name);
        assert.ok(outer, `${page} names front-desk-server ${name}`);
        const [, inner] = /^ ([a-z]+)/.exec(rest) ?? [];
        const command = outer.commands.length
          ? outer.commands.find((one) => one.name() === inner)
          : outer;
        assert.ok(command, `${page} names front-desk-server ${name} ${inner}`);
        for (const [flag] of rest.matchAll(/--[a-z-]+/g))
          assert.ok(
            command.options.some(({ long }) => long === flag),
            `${page}: ${name} ${flag}`,
          );
      }
  });

  test('every flag they give npm start is one of the server’s', () => {
    const serve = createProgram(aTerminal()).commands.find((one) => one.name() === 'serve')!;
    const given = pages.flatMap((page) =>
      [...read(page).matchAll(/npm start -- ([^\n`]*)/g)].map(([, rest = '']) => ({ page, rest })),
    );
    assert.ok(given.length > 1);
    for (const { page, rest } of given)
      for (const [flag] of rest.matchAll(/--[a-z-]+/g))
        assert.ok(
          serve.options.some(({ long }) => long === flag),
          `${page}: npm start -- ${flag}`,
        );
  });

  test('every attribute and event in a tag or an element they show is documented', () => {
    const known = new Set(
      [...read('docs/attributes.md').matchAll(/^\| `([\w-]+)` \|/gm)].map(([, name]) => name),
    );
    for (const page of pages) {
      const shown = [
        ...[...read(page).matchAll(/\sdata-(?!front-desk)([a-z-]+)=/g)].map(([, name]) => name),
        ...[...read(page).matchAll(/<front-desk ([^>]*)>/g)].flatMap(([, list = '']) =>
          [...list.matchAll(/([a-z-]+)=/g)].map(([, name]) => name),
        ),
      ];
      for (const name of shown)
        assert.ok(known.has(name!.replace(/^on(?=fd-)/, '')), `${page} shows ${name}`);
    }
  });

  test('every custom property in a style they show is documented', () => {
    const known = read('docs/attributes.md');
    for (const page of pages)
      for (const [, name] of read(page).matchAll(/^\s*(--fd-[\w-]+):/gm))
        assert.ok(known.includes(`\`${name}\``), `${page} shows ${name}`);
  });
});
