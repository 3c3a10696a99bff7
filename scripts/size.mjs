// `npm run size`: what a shopper downloads, in brotli bytes, beside its budget; fails above it.
// --write keeps the table in docs/figures.md, and what matters most in README.md. kB = 1024 B.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { root } from './install.mjs';
import { between, replaceBetween } from './markers.mjs';

process.chdir(root);
const FIGURES = 'docs/figures.md';
const LOCALE = 'src/widget/locales/en.ts';
/** Rooms that hold more than a task. */
const ROOMY = new Set(['chat']);
const LANGUAGE = /^src\/widget\/locales\/([a-z]{2})\.ts/;
/** What stands in the page itself comes in files of its own, where a shop places it. */
const HEART = 'fd-wishlist-button.js';
const TASKS = { returns: 'fd-returns.js', 'an order': 'fd-order-tracker.js' };
const TASK_PAGE = 'task-page';
/** What tells the shop what shoppers did, once they agreed: it needs no panel, and the panel not it. */
const SIGNALS = 'events';
/** The shop's own words for phrases: only where it has some. */
const OWN_PHRASES = 'shop-phrases';
/** What rooms share: home itself asks for it once it stands, so no later room brings it. */
const BESIDE_HOME = 'parts';

const inReadme = ['script tag', 'until the first room is usable', 'whole widget, English'];

if (!existsSync('dist/cdn.json')) {
  console.error('There is no build to measure: run `npm run build` first.');
  process.exit(1);
}
const { loader, panel, rooms, manifest } = JSON.parse(readFileSync('dist/cdn.json', 'utf8'));
const chunks = Object.entries(manifest).map(([key, chunk]) => ({ key, ...chunk }));
const weights = new Map();
const rows = measure();
const table = [
  '| what | brotli bytes | target | never above |',
  '|---|---:|---:|---:|',
  ...rows.map(
    ({ what, bytes, target, limit }) =>
      `| ${what} | ${bytes} | ${target ? kB(target) : ''} | ${limit ? kB(limit) : ''} |`,
  ),
].join('\n');
console.log(table);

const over = rows.filter(({ bytes, limit }) => limit && bytes > limit);
over.forEach(explain);
if (process.argv.includes('--write')) keep();
process.exit(over.length ? 1 : 0);

function keep() {
  const text = existsSync(FIGURES) ? readFileSync(FIGURES, 'utf8') : '# Figures\n';
  const made = `Made by \`npm run figures\`: brotli bytes of \`dist/cdn\`, kB = 1024 B.\n\n${table}`;
  writeFileSync(FIGURES, replaceBetween(text, 'sizes', made, '## Weight of the widget'));
  const short = rows
    .filter(({ what }) => inReadme.includes(what))
    .map(({ what, bytes }) => `| ${what} | ${(bytes / 1024).toFixed(1)} kB |`);
  const readme = readFileSync('README.md', 'utf8');
  const part = ['| brotli | |', '|---|---:|', ...short].join('\n');
  if (between(readme, 'sizes') !== undefined)
    writeFileSync('README.md', replaceBetween(readme, 'sizes', part));
}

function measure() {
  const locale = manifest[LOCALE]?.file;
  if (!locale) throw new Error(`${LOCALE} is no chunk of its own`);
  // Home is in the panel's own chunk; a signed-in shopper's orders follow into its skeleton.
  const first = new Set([...withImports(chunks.find(({ file }) => file === panel)), locale]);
  const beside = [...withImports(chunks.find(({ name }) => name === BESIDE_HOME))].filter(
    (file) => !first.has(file),
  );
  const further = Object.entries(rooms)
    .map(([room, name]) => ({ room, chunk: chunks.find((chunk) => chunk.name === name) }))
    .filter(({ chunk }) => chunk.file !== panel)
    .sort((one, other) => one.room.localeCompare(other.room));
  const languages = new Map();
  for (const chunk of chunks) {
    const [, name] = LANGUAGE.exec(chunk.key) ?? [];
    if (name) languages.set(name, [...(languages.get(name) ?? []), chunk]);
  }
  const fileOf = (wanted) => chunks.find(({ name }) => name === wanted).file;
  const [task, signals, own] = [TASK_PAGE, SIGNALS, OWN_PHRASES].map(fileOf);
  const others = [...languages].filter(([name]) => name !== 'en');
  const whole = new Set(chunks.map(({ file }) => file));
  for (const file of [task, signals, own]) whole.delete(file);
  for (const { file } of others.flatMap(([, parts]) => parts)) whole.delete(file);
  return [
    { what: 'script tag', bytes: weight(loader), target: 2.2, limit: 2.5 },
    {
      what: 'until the first room is usable',
      bytes: weight(loader) + sum(first),
      target: 17,
      limit: 20,
    },
    { what: 'home: what rooms share', bytes: sum(beside), target: 4, limit: 7 },
    ...further.map(({ room, chunk }) => ({
      what: `room: ${room}`,
      bytes: sum(
        [...withImports(chunk)].filter((file) => !first.has(file) && !beside.includes(file)),
      ),
      target: 4,
      limit: ROOMY.has(room) ? 10 : 7,
    })),
    { what: 'hearts in the page', bytes: weight(HEART), target: 3, limit: 4 },
    ...Object.entries(TASKS).map(([what, tag]) => ({
      what: `${what} in the page, beside the panel`,
      bytes: weight(tag) + weight(task),
    })),
    { what: 'signals, once agreed to', bytes: weight(signals) },
    { what: 'the shop’s own phrases, where it has some', bytes: weight(own) },
    { what: 'whole widget, English', bytes: weight(loader) + sum(whole), target: 80, limit: 100 },
    ...[...languages].map(([name, parts]) => ({
      what: `all words: ${name}`,
      bytes: sum(new Set(parts.map(({ file }) => file))),
    })),
  ].map((row) => ({ ...row, target: bytes(row.target), limit: bytes(row.limit) }));
}

/** Its file and those it begins with, each once: chunks may need one another. */
function withImports({ file, imports = [] }, files = new Set()) {
  if (files.has(file)) return files;
  files.add(file);
  for (const key of imports) withImports(manifest[key], files);
  return files;
}

function weight(file) {
  if (!weights.has(file))
    weights.set(file, brotliCompressSync(readFileSync(join('dist/cdn', file))).length);
  return weights.get(file);
}

function sum(files) {
  return [...files].reduce((total, file) => total + weight(file), 0);
}

function explain({ what, bytes, limit }) {
  console.error(`\n${what}: ${bytes} bytes, ${bytes - limit} above what quality allows.`);
  const known = existsSync(FIGURES) ? between(readFileSync(FIGURES, 'utf8'), 'sizes') : undefined;
  const before = Number(
    known
      ?.split('\n')
      .find((line) => line.startsWith(`| ${what} |`))
      ?.split('|')[2],
  );
  if (before)
    console.error(`It was ${before} when docs/figures.md was written: ${bytes - before} more.`);
  console.error(
    what === 'script tag'
      ? 'Move what is not needed before the tap from src/widget/loader to the panel.'
      : 'Move what the room does not need at once behind import(), or drop it. ' +
          'See `git log -- src/widget` for what came since.',
  );
}

function bytes(kilobytes) {
  return kilobytes && kilobytes * 1024;
}

function kB(count) {
  return `${count / 1024} kB`;
}
