import assert from 'node:assert/strict';
import { readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, test } from 'node:test';
import { Script } from 'node:vm';
import { parseAst } from 'vite';
import { buildCdn } from '../../scripts/build/cdn.mjs';
import { OWN } from '../../scripts/build/names.mjs';
import { findLanguages, packed } from '../../scripts/build/languages.mjs';
import { shortKeys } from '../../scripts/build/phrases.mjs';
import { renameClasses, shortClasses } from '../../scripts/build/short-classes.mjs';
import { shortNames } from '../../scripts/build/short-names.mjs';
import { en } from '../../src/widget/locales/en.ts';

const cdn = 'dist/cdn';
const read = (file: string): string => readFileSync(join(cdn, file), 'utf8');
const [build = ''] = readdirSync(join(cdn, 'c'));
const chunks = readdirSync(join(cdn, 'c', build));

test('the tag knows each language, and takes no other for one', () => {
  const ours = ['ar', 'de', 'en', 'es', 'fr', 'he', 'it', 'ja', 'nl', 'pt'];
  const names = new Intl.DisplayNames('en', { type: 'language', fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const pairs = letters.flatMap((one) => letters.map((other) => one + other));
  const known = [...pairs, ...pairs.flatMap((pair) => letters.map((one) => pair + one))].filter(
    (tag) => names.of(tag) !== undefined,
  );
  assert.deepEqual(
    known.filter((tag) => packed(ours)!.includes(tag)),
    ours,
  );
});

describe('Phrases in the chunks', () => {
  const short = shortKeys('.', Object.keys(en), new Set());
  const languages = Object.keys(findLanguages('.'));
  const languageOf = (file: string) =>
    languages.find((name) => file.replace(/\d*\.js$/, '') === name);
  const code = (file: string) => read(join('c', build, file));
  const said = new Set(
    chunks
      .filter((file) => !languageOf(file))
      .flatMap((file) => [...code(file).matchAll(/["'`](\w+)["'`]/g)].map(([, word]) => word)),
  );

  test('are nowhere said by a key that was made short', () => {
    assert.ok(short.size > 100);
    assert.deepEqual(
      [...short.keys()].filter((key) => said.has(key)),
      [],
    );
  });

  for (const language of languages)
    test(`has each of them, in ${language}`, async () => {
      const words = chunks.filter((file) => languageOf(file) === language);
      const kept = new Set<string>();
      for (const file of words) {
        const module: Record<string, object> = await import(
          `data:text/javascript,${encodeURIComponent(code(file))}`
        );
        for (const part of Object.values(module)) Object.keys(part).forEach((key) => kept.add(key));
      }
      assert.deepEqual(
        [...short.values()].filter((key) => !kept.has(key)),
        [],
      );
    });
});

test('the most used name is the shortest, and none is like one that stays', () => {
  const used = ['$one', '$state', '$e', '$state', '$one', '$state', '$two'];
  const names = shortNames(used, (name: string) => name !== '$e', '$');
  assert.deepEqual([...names.values()].length, new Set([...names.values(), '$e']).size - 1);
  assert.equal(names.get('$state'), '$t');
});

test('what only the panel’s own objects say is short in each chunk, and nothing else says it', () => {
  const files = [...chunks.map((file) => join('c', build, file)), ...readdirSync(cdn)];
  const code = files.filter((file) => file.endsWith('.js')).map((file) => read(file));
  const said = new Set(code.join('\n').match(/[\w$]+/g));
  assert.deepEqual(
    OWN.filter((name) => said.has(name)),
    [],
  );
  assert.ok(said.has('_e'));
});

test('what a chunk is asked for by name is there, and rooms’ elements are named short', () => {
  const code = (file: string) => read(join('c', build, file));
  const given = (file: string): string[] =>
    /export\{([^}]*)\}/
      .exec(code(file))?.[1]
      ?.split(',')
      .map((one) => one.split(' as ').at(-1)!) ?? [];
  const asking = /import\(["'`]\.\/([\w-]+\.js)["'`]\)\.then\(\(?(\w+)\)?=>\2\.(\w+)\)/g;
  const asked = chunks.flatMap((file) => [...code(file).matchAll(asking)]);
  assert.ok(asked.length > 20);
  assert.deepEqual(
    asked.filter(([, file, , name]) => !given(file!).includes(name!)).map(([all]) => all),
    [],
  );
  assert.deepEqual(
    asked.filter(([, , , name]) => /^Fd[A-Z]/.test(name!)),
    [],
  );
});

describe('Classes in the chunks', () => {
  const short = (...sources: string[]) =>
    sources.map((source) => {
      const names = shortClasses(sources);
      return renameClasses(source, (name: string) => names.get(name) ?? name);
    });

  test('are called the same in a sheet and where they are worn, also where it depends', () => {
    const [sheet, template, other] = short(
      'css`.card.wide > .row:not(.last){gap:.5em} .${mark}{gap:0}`',
      'html`<p class="row ${isLast ? \'last\' : look}"></p><b class=${isWide ? \'wide\' : nothing} part="row">card</b>`',
      'html`<i class="row card">row</i>`',
    );
    assert.equal(sheet, 'css`.t.a > .e:not(.i){gap:.5em} .${mark}{gap:0}`');
    assert.equal(
      template,
      'html`<p class="e ${isLast ? \'i\' : look}"></p><b class=${isWide ? \'a\' : nothing} part="row">card</b>`',
    );
    assert.equal(other, 'html`<i class="e t">row</i>`');
  });

  test('stay as they are where anything else names them', () => {
    const sources = [
      'css`.row{} .end{} .at{} .told{}`',
      "handOn('end'); find('.row > b'); say('told what'); html`<b class=\"told\"></b>`",
    ];
    assert.deepEqual([...shortClasses(sources).keys()].sort(), ['at', 'told']);
  });

  test('are those that the tests of whole pages look for', () => {
    const sources = (folder: string) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' })
        .filter((file) => /(?<!\.browser)\.ts$/.test(file))
        .map((file) => readFileSync(join(folder, file), 'utf8'));
    const names = shortClasses(sources('src/widget'));
    assert.ok(names.size > 80);
    const lookedFor = sources('test/e2e')
      .flatMap((source) => [
        ...source.matchAll(/(?:panel|dialog)\s*\.(?:locator|querySelector(?:All)?)\('([^']+)'/g),
      ])
      .flatMap(([, selector = '']) => [...selector.matchAll(/\.([a-z][\w-]*)/g)])
      .map(([, name = '']) => name);
    assert.ok(lookedFor.includes('msg'));
    assert.deepEqual(
      lookedFor.filter((name) => names.has(name)),
      [],
    );
  });

  test('each one that a sheet of a chunk dresses is worn somewhere', () => {
    const texts = chunks.flatMap((file) => textsOf(parseAst(read(join('c', build, file)))));
    const [sheets, others] = [true, false].map((isSheet) =>
      texts.filter((text) => /^[^<]*\{[a-z-]+:/.test(text) === isSheet),
    ) as [string[], string[]];
    const words = new Set(others.join(' ').match(/[\w-]+/g));
    const dressed = sheets.flatMap((sheet) =>
      [...sheet.replace(/\{[^{}]*\}/g, '{}').matchAll(/\.([a-z][\w-]*)/gi)].map(
        ([, name]) => name!,
      ),
    );
    assert.ok(dressed.length > 200);
    assert.deepEqual(
      [...new Set(dressed)].filter((name) => !words.has(name)),
      [],
    );
  });
});

test('each property that a sheet of a chunk reads is set in one, or by the tag', () => {
  const all = chunks.map((file) => read(join('c', build, file))).join('\n');
  // some of it stands in the launcher
  const set = new Set(
    [...`${all}${read('front-desk.js')}`.matchAll(/(--[\w-]+)["'`]?[:,]/g)].map(([, name]) => name),
  );
  const needed = [...all.matchAll(/var\((--[\w-]+)\)/g)].map(([, name]) => name!);
  assert.ok(needed.length > 100);
  assert.deepEqual(
    needed.filter((name) => !set.has(name)),
    [],
  );
  assert.doesNotMatch(all, /--accent-ink|--on-primary|\$session/);
});

test('What chunks take from one another has one name in all of them, and is there', () => {
  const clause = (code: string, pattern: RegExp) =>
    [...code.matchAll(pattern)].map(([, list = '', from = '']) => ({
      names: list.split(','),
      from,
    }));
  const given = new Map(
    chunks.map((file) => {
      const [{ names } = { names: [] }] = clause(
        read(join('c', build, file)),
        /export\{([^}]*)\}/g,
      );
      return [file, new Set(names.map((one) => one.split(' as ').at(-1)))];
    }),
  );
  for (const file of chunks)
    for (const { names, from } of clause(
      read(join('c', build, file)),
      /import\{([^}]*)\}from"\.\/([^"]+)"/g,
    ))
      assert.deepEqual(
        names.filter((name) => !given.get(from)?.has(name)),
        [],
        `${file} takes of ${from}`,
      );
});

describe("The script tag's file", () => {
  const loader = read('front-desk.js');

  test('is a classic script, so one tag works everywhere', () => {
    assert.doesNotThrow(() => new Script(loader));
  });

  test('leaves one name on the page at most', () => {
    const names = [...loader.matchAll(/^(?:var|let|const|function|class)\s+([\w$]+)/gm)];
    assert.deepEqual(
      names.map(([, name]) => name),
      [],
    );
  });

  test('carries no Lit and no helper for preloads', () => {
    assert.doesNotMatch(loader, /litElement|lit-html|modulepreload|import\.meta/);
  });

  test('names the build whose panel and languages lie beside it', () => {
    assert.ok(loader.includes(build), 'the loader names another build');
    assert.ok(chunks.includes('panel.js') && chunks.includes('en.js'));
  });
});

describe('The chunks', () => {
  test('are asked for as they are, with no object of exports in between', () => {
    assert.ok(!chunks.some((file) => file.includes('runtime')), 'a runtime makes such objects');
  });

  const { manifest, panel } = JSON.parse(readFileSync('dist/cdn.json', 'utf8'));
  for (const [language, source] of Object.entries(findLanguages('.')))
    test(`the language ${language} is a chunk of its own`, () => {
      const { file, imports } = manifest[source];
      assert.ok(chunks.includes(file.slice(`c/${build}/`.length)));
      assert.notEqual(file, panel);
      assert.equal(imports, undefined);
    });

  test('none asks the bundler or Node for anything', () => {
    const leaks = chunks.filter((file) =>
      /process\.env|import\.meta|require\(/.test(read(`c/${build}/${file}`)),
    );
    assert.deepEqual(leaks, []);
  });

  test('none makes code from text, so a strict policy holds', () => {
    const makers = chunks.filter((file) =>
      /\beval\(|new Function\b/.test(read(`c/${build}/${file}`)),
    );
    assert.deepEqual(makers, []);
  });
});

test('the same sources give the same bytes, wherever they lie', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'front-desk-stable-'));
  try {
    await cp('src', join(folder, 'src'), { recursive: true });
    await cp('package.json', join(folder, 'package.json'));
    await cp('tsconfig.json', join(folder, 'tsconfig.json'));
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'), 'junction');
    const there = join(folder, 'there');
    await buildCdn({ root: folder, outDir: there });
    assert.deepEqual(contents(there), contents(cdn));
  } finally {
    await rm(folder, { recursive: true });
  }
});

/** All that a tree has in quotes. */
function textsOf(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  if ('type' in node && node.type === 'Literal' && 'value' in node)
    return typeof node.value === 'string' ? [node.value] : [];
  if ('type' in node && node.type === 'TemplateElement' && 'value' in node)
    return textsOf({ type: 'Literal', value: Object(node.value).raw });
  return Object.values(node).flatMap(textsOf);
}

function contents(folder: string): Record<string, string> {
  return Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.js'))
      .sort()
      .map((name) => [name, readFileSync(join(folder, name), 'utf8')]),
  );
}
