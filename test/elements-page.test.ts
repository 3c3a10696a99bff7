import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';

// docs/attributes.md is made from comments (test/build/generated.test.ts holds that). Here: the comments
// say all that the code does, and nothing that it does not.

const sources = readdirSync('src/widget', { recursive: true, encoding: 'utf8' })
  .filter((file) => /\.(ts|css)$/.test(file) && !file.startsWith('frameworks'))
  .map((file) => readFileSync(join('src/widget', file), 'utf8'));
const code = sources.map((source) => source.replace(/\/\*\*[\s\S]*?\*\//g, '')).join('\n');
const page = readFileSync('docs/attributes.md', 'utf8');

/** What the rows of all tables under a heading begin with. */
const documented = (heading: string): string[] =>
  [...page.matchAll(new RegExp(`^#+ ${heading}\\n\\n((?:\\|.*\\n)+)`, 'gm'))].flatMap(
    ([, table = '']) => [...table.matchAll(/^\| `([\w-]+)/gm)].map(([, name]) => name!),
  );
const found = (pattern: RegExp): string[] =>
  [...code.matchAll(pattern)].flatMap(([, names = '']) => names.match(/[\w-]+/g) ?? []);
const unique = (names: string[]) => [...new Set(names)].sort();

describe('what the page of the elements tells', () => {
  test('is every attribute that is read, and no other', () => {
    const read = [
      ...found(/(?:[gs]etAttribute|hasAttribute|[#\b]said|\bsaid)\(\s*'([\w-]+)'\)/g),
      ...found(/observedAttributes = \[([^\]]*)\]/g),
    ];
    const attributes = unique(documented('Attributes'));
    // the tag's own, and the page's
    const others = ['data-api', 'style'];
    const styled = [...code.matchAll(/:host\(\[([\w-]+)(?:=|\])/g)].map(([, name]) => name!);
    assert.deepEqual(
      attributes.filter((name) => !read.includes(name) && !styled.includes(name)),
      [],
      'documented, and read nowhere',
    );
    assert.deepEqual(
      unique(read).filter((name) => !attributes.includes(name) && !others.includes(name)),
      [],
      'read, and not documented',
    );
  });

  test('is every part, and no other', () => {
    const marked = found(/\bpart(?:="|', '|\.add\(')([\w -]+)["']/g);
    assert.deepEqual(unique(documented('Parts')), unique(marked));
    // what lies deeper is handed on
    const exported = found(/'exportparts', '([^']+)'/g);
    assert.deepEqual(
      unique(exported).filter((name) => !marked.includes(name)),
      [],
    );
  });

  test('is every custom property, and no other', () => {
    // what the panel hands to the launcher of the shop's own brand is between them
    const own = ['--fd-a', '--fd-r'];
    const used = found(/(--fd-[a-z-]+)/g).filter((name) => !own.includes(name));
    assert.deepEqual(unique(documented('CSS custom properties')), unique(used));
  });

  test('is every event and slot, and no other', () => {
    assert.deepEqual(unique(documented('Events')), unique(found(/super\('(fd-[a-z-]+)'/g)));
    assert.deepEqual(unique(documented('Slots')), unique(found(/<slot name="(\w+)"/g)));
  });

  test('is every name the queue of the tag takes besides attributes, and no other', () => {
    const [, methods = ''] = /\| \((.*)\)\n.*\| \(/.exec(code.slice(code.indexOf('type Call')))!;
    const queued = [...page.matchAll(/\| `\['(\w+)'/g)].map(([, name]) => name!);
    const attributes = documented('Attributes');
    assert.deepEqual(
      unique(queued.filter((name) => !attributes.includes(name))),
      unique(methods.match(/\w+/g)!),
    );
  });
});
