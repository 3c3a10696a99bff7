// custom-elements.json: what an editor needs to know of the public elements, read from their source.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';

const GLOBS = ['src/widget/elements/*.ts', 'src/widget/define.ts', '!src/widget/**/*.styles.ts'];

/** The manifest as an object; `attributes.mjs` makes the docs' table of it. */
export async function analyzeElements(root) {
  // The analyzer writes only below its working folder.
  const outDir = await mkdtemp(join(root, 'dist/.manifest-'));
  try {
    const cli = join(root, 'node_modules/@custom-elements-manifest/analyzer/cli.js');
    const globs = GLOBS.flatMap((glob) => ['--globs', glob]);
    await promisify(execFile)(
      process.execPath,
      [cli, 'analyze', '--litelement', '--quiet', '--outdir', relative(root, outDir), ...globs],
      { cwd: root },
    );
    return JSON.parse(await readFile(join(outDir, 'custom-elements.json'), 'utf8'));
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}

/** Source paths mean nothing to the package's user: every class comes from its index. */
export async function buildElementsManifest({ root, file }) {
  const { schemaVersion, readme, modules } = await analyzeElements(root);
  const declarations = modules
    .flatMap((module) => module.declarations ?? [])
    .filter((declaration) => declaration.customElement && declaration.tagName);
  if (declarations.length === 0) throw new Error('No custom element found in src/widget/elements');
  const manifest = {
    schemaVersion,
    readme,
    modules: [
      {
        kind: 'javascript-module',
        path: 'index.js',
        declarations,
        exports: declarations.map(({ name }) => ({
          kind: 'js',
          name,
          declaration: { name, module: 'index.js' },
        })),
      },
      {
        kind: 'javascript-module',
        path: 'define.js',
        exports: declarations.map(({ name, tagName }) => ({
          kind: 'custom-element-definition',
          name: tagName,
          declaration: { name, module: 'index.js' },
        })),
      },
    ],
  };
  await writeFile(file, `${JSON.stringify(withoutSourcePaths(manifest), null, 2)}\n`);
}

function withoutSourcePaths(value) {
  if (Array.isArray(value)) return value.map((item) => withoutSourcePaths(item));
  if (typeof value !== 'object' || value === null) return value;
  const isSource = (key, inner) => key === 'module' && String(inner).startsWith('src/');
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'source')
      .map(([key, inner]) => [key, isSource(key, inner) ? 'index.js' : withoutSourcePaths(inner)]),
  );
}
