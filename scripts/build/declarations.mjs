// The .d.ts files of the npm package: tsc writes them for the whole of src, and of these only what
// the entries can reach is kept. A bundled package's own types come along, so the package's types
// stand without it; a type from any other package is an error.
import { execFile } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { promisify } from 'node:util';
import { nameSchemas } from './named-schemas.mjs';

const SPECIFIER = /(\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)(['"])([^'"]+)\2/g;

export async function buildDeclarations({ root, outDir, entries, bundled, isExternal }) {
  const scratch = await mkdtemp(join(tmpdir(), 'front-desk-types-'));
  try {
    await emit(root, scratch, Object.values(entries));
    await nameSchemas(join(scratch, 'contract'));
    const packages = { names: bundled, root, isExternal };
    for (const [name, source] of Object.entries(entries)) {
      const reached = source.replace(/^src\//, '').replace(/\.ts$/, '.js');
      const path = `./types/${reached}`;
      await writeFile(join(outDir, `${name}.d.ts`), `export * from '${path}';\n`);
    }
    const starts = Object.values(entries).map((source) =>
      join(scratch, source.replace(/^src\//, '').replace(/\.ts$/, '.d.ts')),
    );
    await copyReached({ starts, from: scratch, to: join(outDir, 'types'), packages });
  } finally {
    await rm(scratch, { recursive: true });
  }
}

async function emit(root, outDir, files) {
  const config = join(outDir, 'tsconfig.json');
  await writeFile(
    config,
    JSON.stringify({
      extends: join(root, 'tsconfig.json'),
      compilerOptions: {
        noEmit: false,
        declaration: true,
        emitDeclarationOnly: true,
        allowJs: false,
        stripInternal: true,
        // `npm run types` checks; here only what must be inferred is.
        noCheck: true,
        types: [],
        rootDir: join(root, 'src'),
        outDir,
      },
      files: [...files, 'src/widget/build.d.ts'].map((file) => join(root, file)),
      include: [],
    }),
  );
  const tsc = join(root, 'node_modules/typescript/bin/tsc');
  await promisify(execFile)(process.execPath, [tsc, '-p', config]).catch((error) => {
    throw new Error(`Types could not be written:\n${error.stdout}${error.stderr}`);
  });
}

/** Copies each file the starts lead to, and turns its specifiers to what lies beside it. */
async function copyReached({ starts, from, to, packages }) {
  const queue = starts.map((file) => ({ file, base: from, home: to }));
  const done = new Set();
  for (const { file, base, home } of queue) {
    if (done.has(file)) continue;
    done.add(file);
    const target = join(home, relative(base, file));
    const text = await readFile(file, 'utf8');
    const turned = text.replace(SPECIFIER, (_, before, quote, specifier) => {
      if (specifier.startsWith('.')) {
        queue.push({ file: declarationOf(resolve(dirname(file), specifier)), base, home });
        return before + quote + specifier.replace(/\.ts$/, '.js') + quote;
      }
      const name =
        base === from && packages.names.find((one) => `${specifier}/`.startsWith(`${one}/`));
      if (name) {
        const folder = join(packages.root, 'node_modules', name);
        const vendor = join(to, 'vendor', name);
        const below = specifier.slice(name.length + 1);
        queue.push({ file: join(folder, below, 'index.d.ts'), base: folder, home: vendor });
        queue.push({ file: join(folder, 'LICENSE'), base: folder, home: vendor });
        const vendored = join(vendor, below, 'index.js');
        return `${before}${quote}${relativePath(dirname(target), vendored)}${quote}`;
      }
      if (base === from && !packages.isExternal(specifier))
        throw new Error(
          `The npm package's types lead to "${specifier}", which it does not depend on: ` +
            `${relative(from, file)} should not show it in what it exports.`,
        );
      return before + quote + specifier + quote;
    });
    await mkdir(dirname(target), { recursive: true });
    if (turned === text) await copyFile(file, target);
    else await writeFile(target, turned);
  }
}

const declarationOf = (path) => path.replace(/\.(ts|js)$/, '.d.ts');

function relativePath(from, to) {
  const path = relative(from, to).replaceAll('\\', '/');
  return path.startsWith('.') ? path : `./${path}`;
}
