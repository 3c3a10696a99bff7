// Test files that share a process: what they all import is read once, and fast by the time the second
// of them runs. A file that starts processes, or is long by itself, has one of its own.
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const shared = /^test\/(?:backend|console|contract|domain|widget)(?:\/|$)/;
/** So many folders below the project: those of domain/ are small, those of backend/ are not. */
const depthOf = (file) => (file.startsWith('test/backend/') ? 3 : 2);

/** Of compiled `files` of these `sources` those to be run, some of which are lists of others. */
export function grouped(sources, files) {
  const groups = new Map();
  for (const [nth, source] of sources.entries()) {
    const folder = dirname(source).split('/').slice(0, depthOf(source)).join('/');
    const name = shared.test(source) ? folder : source;
    groups.set(name, [...(groups.get(name) ?? []), files[nth]]);
  }
  return [...groups.values()].map((group) => (group.length === 1 ? group[0] : listOf(group)));
}

function listOf(files) {
  const list = join(dirname(files[0]), 'all.test.js');
  // a suite each, one after the other: a file's hooks are its own
  const suites = files
    .map((file) => JSON.stringify(file))
    .map((file) => `await describe(${file}, () => import(${file}));\n`);
  writeFileSync(list, `import { describe } from 'node:test';\n${suites.join('')}`);
  return list;
}
