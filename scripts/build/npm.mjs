// dist/npm: the package `front-desk`: elements, their registration, the contract and the mock.
import { existsSync } from 'node:fs';
import { copyFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { buildDeclarations } from './declarations.mjs';
import { buildEditorData } from './editor-data.mjs';
import { literals } from './literals.mjs';
import { buildElementsManifest } from './elements-manifest.mjs';

const entries = {
  index: 'src/widget/index.ts',
  define: 'src/widget/define.ts',
  api: 'src/widget/api.ts',
  contract: 'src/contract/index.ts',
  mock: 'src/mock/index.ts',
  ...Object.fromEntries(
    ['react', 'preact', 'solid', 'vue', 'svelte'].map((name) => [
      name,
      `src/widget/frameworks/${name}.ts`,
    ]),
  ),
};

/** What the package asks its user's package manager for; all else is bundled. */
const dependencies = ['lit', 'nanostores', '@floating-ui/dom'];
/** What its mock runs on, and the frameworks that it knows the words of. */
const optionalPeers = ['msw', '@sqlite.org/sqlite-wasm'];
const frameworks = {
  react: '>=19',
  preact: '>=10.19',
  'solid-js': '>=1.9',
  vue: '>=3.4',
  svelte: '>=5',
};
const peers = [...optionalPeers, ...Object.keys(frameworks)];

export async function buildNpm({ root, outDir }) {
  const isExternal = (id) =>
    [...dependencies, ...peers].some((name) => id === name || id.startsWith(`${name}/`));
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    plugins: [literals()],
    build: {
      outDir,
      emptyOutDir: false,
      target: 'es2022',
      minify: false,
      copyPublicDir: false,
      reportCompressedSize: false,
      lib: { entry: mapValues(entries, (path) => join(root, path)), formats: ['es'] },
      rolldownOptions: {
        external: isExternal,
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name].js',
          // its components register the elements once they stand in a page
          banner: ({ name }) => (name === 'react' ? "'use client';" : ''),
        },
      },
    },
  });
  await buildDeclarations({ root, outDir, entries, bundled: ['zod'], isExternal });
  await buildElementsManifest({ root, file: join(outDir, 'custom-elements.json') });
  await buildEditorData(outDir);
  await writeManifest(root, outDir);
  for (const name of ['LICENSE', 'README.md', 'CHANGELOG.md'])
    if (existsSync(join(root, name))) await copyFile(join(root, name), join(outDir, name));
}

async function writeManifest(root, outDir) {
  const own = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
  const version = (name) => own.dependencies[name];
  const pick = (names, range) =>
    Object.fromEntries(names.map((name) => [name, `${range}${version(name)}`]));
  const exported = (name) => ({ types: `./${name}.d.ts`, default: `./${name}.js` });
  await mkdir(outDir, { recursive: true });
  await writeFile(
    join(outDir, 'package.json'),
    `${JSON.stringify(
      {
        name: own.name,
        version: own.version,
        description: own.description,
        license: own.license,
        type: 'module',
        exports: {
          ...Object.fromEntries(
            Object.keys(entries).map((name) => [
              name === 'index' ? '.' : `./${name}`,
              exported(name),
            ]),
          ),
          ...Object.fromEntries(
            ['custom-elements', 'web-types', 'vscode.html-custom-data', 'vscode.css-custom-data']
              .map((name) => `./${name}.json`)
              .map((file) => [file, file]),
          ),
          './package.json': './package.json',
        },
        types: './index.d.ts',
        customElements: './custom-elements.json',
        'web-types': './web-types.json',
        sideEffects: ['./define.js', './chunks/*.js'],
        dependencies: pick(dependencies, '^'),
        peerDependencies: { ...pick(optionalPeers, ''), ...frameworks },
        peerDependenciesMeta: Object.fromEntries(peers.map((name) => [name, { optional: true }])),
      },
      null,
      2,
    )}\n`,
  );
}

const mapValues = (record, change) =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
