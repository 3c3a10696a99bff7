import assert from 'node:assert/strict';
import { resolve } from 'node:path';
import { test } from 'node:test';
import { build, type Rolldown } from 'vite';

/** Every module the backend is made of when it is built for a browser. */
async function modulesOf(entry: string): Promise<string[]> {
  const { output } = (await build({
    configFile: false,
    logLevel: 'silent',
    build: { write: false, minify: false, lib: { entry: resolve(entry), formats: ['es'] } },
  }).then((result) => [result].flat()[0])) as Rolldown.RolldownOutput;
  return output.flatMap((chunk) => (chunk.type === 'chunk' ? chunk.moduleIds : []));
}

const nodes = (ids: string[]): string[] =>
  ids.filter((id) => id.includes('__vite-browser-external'));

test('createBackend builds for the browser and asks Node for nothing', async () => {
  const modules = await modulesOf('src/backend/app.ts');
  assert.ok(modules.some((id) => id.endsWith('src/backend/app.ts')));
  assert.deepEqual(nodes(modules), []);
});

test('a build that does ask Node is seen', async () => {
  assert.notDeepEqual(nodes(await modulesOf('src/server/package-files.ts')), []);
});
