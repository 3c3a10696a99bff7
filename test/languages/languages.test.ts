import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, test } from 'node:test';
import { faultsIn } from './faults.ts';
import { settingFaultsIn } from './setting.ts';

type Module = Record<string, unknown>;
const LANGUAGE = /^[a-z]{2}\.ts$/;

/** Everything that is said, by who says it: each language is a file that exports its own name. */
const said: Record<string, { folder: string; bring: (name: string) => Promise<Module> }> = {
  'the panel': {
    folder: 'src/widget/locales',
    bring: (name) => import(`../../src/widget/locales/${name}.ts`),
  },
  'hearts in a page': {
    folder: 'src/widget/saving/words',
    bring: (name) => import(`../../src/widget/saving/words/${name}.ts`),
  },
  'strips in a page': {
    folder: 'src/widget/strips/words',
    bring: (name) => import(`../../src/widget/strips/words/${name}.ts`),
  },
  mails: {
    folder: 'src/backend/channels/email/words',
    bring: (name) => import(`../../src/backend/channels/email/words/${name}.ts`),
  },
  'the console': {
    folder: 'src/console/words',
    bring: (name) => import(`../../src/console/words/${name}.ts`),
  },
};

const languagesOf = (folder: string) =>
  readdirSync(folder)
    .filter((file) => LANGUAGE.test(file))
    .map((file) => basename(file, '.ts'));
const panels = languagesOf(said['the panel']!.folder);

for (const [who, { folder, bring }] of Object.entries(said))
  describe(`What ${who} says`, () => {
    test('is said in all the languages of the panel', () => {
      assert.deepEqual(languagesOf(folder), panels);
    });

    for (const language of languagesOf(folder))
      test(`is whole in ${language}, with what is filled in, for every number, and set as it is there`, async () => {
        const [{ [language]: phrases }, { en }] = await Promise.all([bring(language), bring('en')]);
        assert.deepEqual(faultsIn(language, phrases, en), []);
        assert.deepEqual(settingFaultsIn(language, phrases), []);
      });
  });

test('the page of the languages names those there are', () => {
  const page = readFileSync('docs/languages.md', 'utf8');
  assert.deepEqual(
    [...page.matchAll(/^\| `([a-z]{2})` \|/gm)].map(([, name]) => name),
    panels,
  );
});

test('the panel has no phrase that nobody says', () => {
  const names = readdirSync('src/widget', { recursive: true, encoding: 'utf8' });
  const sources = ['src/domain', 'src/contract']
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
    )
    .concat(
      names
        .filter((name) => !/^locales\/[a-z]{2}\.ts$/.test(name))
        .map((name) => join('src/widget', name)),
    );
  const quoted = new Set<string>();
  for (const file of sources.filter((name) => name.endsWith('.ts')))
    for (const [, word] of readFileSync(file, 'utf8').matchAll(/'(\w+)'/g)) quoted.add(word!);
  const english = readFileSync('src/widget/locales/en.ts', 'utf8');
  const keys = [...english.matchAll(/^  (\w+):/gm)].map(([, key]) => key!);
  assert.deepEqual(
    keys.filter((key) => !quoted.has(key)),
    [],
  );
});
