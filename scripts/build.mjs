// `npm run build [PART]…`: dist/cdn, dist/console, dist/npm, dist/demo and dist/server, or some of them.
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
const { stamp } = await import('./build/stale.mjs');

/** In the order of need: the demo and the server carry the cdn files, the server the console's. */
const parts = {
  cdn: buildCdn,
  console: buildConsole,
  npm: buildNpm,
  demo: buildDemo,
  server: buildServer,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in parts));
if (unknown.length) {
  console.error(`No part "${unknown.join('", "')}". Parts: ${Object.keys(parts).join(', ')}`);
  process.exit(1);
}

const dist = join(root, 'dist');
const aside = join(dist, `.aside-${process.pid}`);
const began = new Date();
mkdirSync(aside, { recursive: true });
try {
  for (const [name, make] of Object.entries(parts)) {
    if (wanted.length && !wanted.includes(name)) continue;
    const start = Date.now();
    const outDir = join(aside, name);
    mkdirSync(outDir);
    const told = await make({
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
