import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The TypeScripts that the package's types are for: 7 and, by another name, 5.9. */
export const compilers = ['typescript', 'typescript-5.9'] as const;

/** What the package says it needs, with what that needs. */
const needed = ['lit', 'lit-html', 'lit-element', '@lit', 'nanostores', '@floating-ui/dom'];

const strictest = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  skipLibCheck: false,
  types: [],
  module: 'NodeNext',
  moduleResolution: 'NodeNext',
  target: 'ES2022',
  lib: ['ES2023', 'DOM', 'DOM.Iterable'],
};

/** A shop's project that has the package in node_modules, as it was built. */
export interface Project {
  folder: string;
  /** What a compiler says of a file of the project; nothing if it compiles. */
  complaints(
    file: string,
    source: string,
    compiler: (typeof compilers)[number],
    options?: object,
  ): Promise<string>;
  remove(): Promise<void>;
}

/** `packages` are there beside what the package needs, and nothing else of this repository is. */
export async function makeProject(packages: string[] = []): Promise<Project> {
  const folder = await mkdtemp(join(tmpdir(), 'front-desk-user-'));
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }');
  await cp('dist/npm', join(folder, 'node_modules/front-desk'), { recursive: true });
  for (const name of [...needed, ...packages]) {
    const place = join(folder, 'node_modules', name);
    await mkdir(dirname(place), { recursive: true });
    await symlink(resolve('node_modules', name), place, 'junction');
  }
  return {
    folder,
    async complaints(file, source, compiler, options = {}) {
      await writeFile(join(folder, file), source);
      const config = { compilerOptions: { ...strictest, ...options }, files: [file] };
      await writeFile(join(folder, 'tsconfig.json'), JSON.stringify(config));
      const tsc = resolve('node_modules', compiler, 'bin/tsc');
      return run(process.execPath, [tsc, '-p', folder]).then(
        () => '',
        (error: { stdout: string }) => error.stdout,
      );
    },
    remove: () => rm(folder, { recursive: true }),
  };
}
