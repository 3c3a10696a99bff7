// dist/server: the package `front-desk-server`: the CLI with the backend, and the files it serves.
import { chmod, copyFile, cp, readFile, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { build } from 'vite';
import { cliBuild } from './cli.mjs';
import { writeShop } from './shop.mjs';

export async function buildServer({ root, outDir, cdn, staff }) {
  const own = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const imported = new Set();
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [rememberPackages(imported)],
    build: cliBuild(root, outDir),
  });
  await chmod(join(outDir, 'bin.js'), 0o755);
  await cp(cdn, join(outDir, 'public/cdn'), { recursive: true });
  await cp(staff, join(outDir, 'public/console'), { recursive: true });
  await writeShop(join(root, 'demo'), join(outDir, 'public/demo'));
  await copyFile(join(root, 'LICENSE'), join(outDir, 'LICENSE'));
  await writeManifest({ own, outDir, imported });
}

/** Every package the bundle leaves outside is a dependency of the package. */
const rememberPackages = (imported) => ({
  name: 'remember-packages',
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle))
      for (const id of [...(chunk.imports ?? []), ...(chunk.dynamicImports ?? [])])
        if (!id.startsWith('node:') && !builtinModules.includes(id) && !(id in bundle))
          imported.add(packageOf(id));
  },
});

const packageOf = (id) =>
  id
    .split('/')
    .slice(0, id.startsWith('@') ? 2 : 1)
    .join('/');

async function writeManifest({ own, outDir, imported }) {
  const missing = [...imported].filter((name) => !(name in own.dependencies));
  if (missing.length)
    throw new Error(`The server imports what package.json does not list: ${missing.join(', ')}`);
  const manifest = {
    name: 'front-desk-server',
    version: own.version,
    description: 'The backend of Front Desk in one command: embedded database, widget and demo.',
    license: own.license,
    type: 'module',
    engines: own.engines,
    bin: { 'front-desk-server': './bin.js' },
    exports: { './package.json': './package.json' },
    dependencies: Object.fromEntries(
      [...imported].sort().map((name) => [name, own.dependencies[name]]),
    ),
  };
  await writeFile(join(outDir, 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
