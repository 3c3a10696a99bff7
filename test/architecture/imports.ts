import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, normalize, relative } from 'node:path';

export interface Import {
  /** A path below the top folder (`src/domain/orders.ts`), or a package's name. */
  to: string;
  /** Gone at run time. */
  typeOnly: boolean;
  /** Loaded on demand, as a chunk of its own. */
  dynamic: boolean;
}

const COMMENT = /\/\*[\s\S]*?\*\/|(?<=^|[\s;])\/\/[^\n]*/g;
const STATIC = /^\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?['"]([^'"]+)['"]/gm;
const DYNAMIC = /\bimport\(\s*['"]([^'"]+)['"]\s*\)(\.[A-Z])?/g;

/** What a source file imports. Written for our own formatted sources, not for all of TypeScript. */
export function importsOf(file: string, source: string): Import[] {
  const code = source.replace(COMMENT, '');
  const found: Import[] = [];
  for (const [, type, specifier] of code.matchAll(STATIC))
    found.push({ to: target(file, specifier!), typeOnly: Boolean(type), dynamic: false });
  for (const [, specifier, typeName] of code.matchAll(DYNAMIC)) {
    const typeOnly = typeName !== undefined;
    found.push({ to: target(file, specifier!), typeOnly, dynamic: !typeOnly });
  }
  return found;
}

function target(file: string, specifier: string): string {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('.')) return normalize(join(dirname(file), bare)).replaceAll('\\', '/');
  if (bare.startsWith('node:')) return bare;
  return bare
    .split('/')
    .slice(0, bare.startsWith('@') ? 2 : 1)
    .join('/');
}

/** Every TypeScript source below a folder, with its text. */
export function readSources(folder: string): Map<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
  return new Map(
    names
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'))
      .sort()
      .map((name) => join(folder, name).replaceAll('\\', '/'))
      .map((path) => [relative('.', path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
  );
}
