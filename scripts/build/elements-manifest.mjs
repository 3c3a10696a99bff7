// custom-elements.json: what an editor needs to know of the public elements, read from their source.
import { readdirSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { create, ts } from '@custom-elements-manifest/analyzer/index.js';

const ELEMENTS = 'src/widget/elements';

/** The manifest of the sources. The analyzer brings a TypeScript of its own, which reads them. */
export function analyzeElements(root) {
  const files = readdirSync(join(root, ELEMENTS))
    .filter((name) => /^[a-z-]+\.ts$/.test(name))
    .sort()
    .map((name) => `${ELEMENTS}/${name}`);
  const modules = [...files, 'src/widget/define.ts'].map((file) =>
    ts.createSourceFile(file, readFileSync(join(root, file), 'utf8'), ts.ScriptTarget.ES2022, true),
  );
  const manifest = create({ modules, plugins: [], context: { dev: false, thirdPartyCEMs: [] } });
  manifest.modules.forEach(({ declarations }, nth) =>
    declarations?.forEach((declaration) => {
      forget(declaration);
      putInOrder(declaration, modules[nth].text);
    }),
  );
  return manifest;
}

/** As its comment has them: the analyzer puts those first that an element watches. */
function putInOrder({ attributes = [] }, text) {
  const at = ({ name }) => text.search(new RegExp(`@attr \\{[^}]*\\} ${name} `));
  attributes.sort((one, other) => at(one) - at(other));
}

/** What is nobody else's business, and what the analyzer takes for a property or an event. */
function forget(declaration) {
  const { members = [], events } = declaration;
  declaration.members = members.filter(({ description, privacy }) => description && !privacy);
  if (events) declaration.events = events.filter(({ name }) => name);
}

/** Source paths mean nothing to the package's user: every class comes from its index. */
export async function buildElementsManifest({ root, file }) {
  const { schemaVersion, readme, modules } = analyzeElements(root);
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
  const isSource = (key, inner) => key === 'module' && /^\/?src\//.test(inner);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => key !== 'source')
      .map(([key, inner]) => [key, isSource(key, inner) ? 'index.js' : withoutSourcePaths(inner)]),
  );
}
