import type { z } from 'zod';
import { configJsonSchema, type JsonSchema } from './json-schema.ts';

/** One thing wrong in the config file: where, and what to do about it. */
export interface ConfigFault {
  /** JSON pointer; empty for the whole file. */
  pointer: string;
  detail: string;
}

export class ConfigInvalid extends Error {
  override readonly name = 'ConfigInvalid';
  readonly file: string;
  readonly faults: readonly ConfigFault[];
  constructor(file: string, faults: readonly ConfigFault[]) {
    const count = faults.length === 1 ? 'a fault' : `${faults.length} faults`;
    super(
      [
        `${file} has ${count}:`,
        ...faults.map(({ pointer, detail }) => `  ${pointer || '(file)'}: ${detail}`),
      ].join('\n'),
    );
    this.file = file;
    this.faults = faults;
  }
}

export class ConfigMissing extends Error {
  override readonly name = 'ConfigMissing';
  constructor(file: string) {
    super(`There is no ${file}. Make one with "front-desk-server init", or name it with --config.`);
  }
}

export const pointerTo = (path: readonly PropertyKey[]): string =>
  path.map((key) => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** A schema's complaints as faults; an unknown key is a fault of its own. */
export function faultsOf(issues: readonly z.core.$ZodIssue[]): ConfigFault[] {
  return issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys')
      return { pointer: pointerTo(issue.path), detail: detailOf(issue) };
    const known = Object.keys(schemaAt(issue.path)?.properties ?? {});
    return issue.keys.map((key) => ({
      pointer: pointerTo([...issue.path, key]),
      detail: `Unknown. ${suggestion(key, known)}`,
    }));
  });
}

function detailOf(issue: z.core.$ZodIssue): string {
  const description = schemaAt(issue.path)?.description;
  const missing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
  if (missing) return `Missing. ${sentence(description ?? 'It is needed')}`;
  if (issue.code === 'custom' || issue.message.endsWith('.')) return issue.message;
  const hint = description ? ` ${sentence(description)}` : '';
  return `${sentence(issue.message)}${hint}`;
}

const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);

/** The part of the published schema that a path leads to. */
function schemaAt(path: readonly PropertyKey[]): JsonSchema | undefined {
  return path.reduce<JsonSchema | undefined>(
    (schema, key) => (typeof key === 'number' ? schema?.items : propertyOf(schema, String(key))),
    configJsonSchema(),
  );
}

/** Where there are several shapes, the first that has it. */
const propertyOf = (schema: JsonSchema | undefined, key: string): JsonSchema | undefined =>
  [schema, ...(schema?.oneOf ?? [])].map((each) => each?.properties?.[key]).find(Boolean);

function suggestion(key: string, known: readonly string[]): string {
  const flat = (text: string) => text.toLowerCase().replace(/[^a-z0-9]/g, '');
  const near = known.find(
    (name) => flat(name).startsWith(flat(key)) || flat(key).startsWith(flat(name)),
  );
  if (near) return `Did you mean "${near}"?`;
  return `Known here: ${known.filter((name) => name !== '$schema').join(', ')}.`;
}
