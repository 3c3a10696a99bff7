// `npm run build [PART]…`: dist/cdn, dist/console, dist/npm, dist/demo and dist/server, or some of them
// with what they need.
// Each part is made aside and moved in whole, so nobody ever reads half a build.
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ensureInstalled, root } from './install.mjs';

process.chdir(root);
ensureInstalled();
const { buildCdn } = await import('./build/cdn.mjs');
const { buildDemo } = await import('./build/demo.mjs');
const { buildConsole } = await import('./build/console.mjs');
const { buildNpm } = await import('./build/npm.mjs');
const { buildServer } = await import('./build/server.mjs');
const { parts, withNeeds } = await import('./build/parts.mjs');
const { stamp } = await import('./build/stale.mjs');

const makers = {
  cdn: buildCdn,
  console: buildConsole,
  npm: buildNpm,
  demo: buildDemo,
  server: buildServer,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !parts.includes(name));
if (unknown.length) {
  console.error(`No part "${unknown.join('", "')}". Parts: ${parts.join(', ')}`);
  process.exit(1);
}

const dist = join(root, 'dist');
const aside = join(dist, `.aside-${process.pid}`);
const began = new Date();
mkdirSync(aside, { recursive: true });
try {
  for (const name of wanted.length ? withNeeds(wanted) : parts) {
    const start = Date.now();
    const outDir = join(aside, name);
    mkdirSync(outDir);
    const told = await makers[name]({
      ...{ root, outDir, cdn: join(dist, 'cdn'), staff: join(dist, 'console') },
    });
    moveIn(outDir, join(dist, name));
    if (told) writeFileSync(join(dist, `${name}.json`), `${JSON.stringify(told, null, 2)}\n`);
    stamp(root, name, began);
    console.log(`dist/${name}  ${((Date.now() - start) / 1000).toFixed(1)} s`);
  }
} finally {
  rmSync(aside, { recursive: true, force: true });
}

function moveIn(made, place) {
  const old = `${made}.old`;
  try {
    renameSync(place, old);
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
  }
  renameSync(made, place);
}
