import { isFields, isRequired, schemaAt, type Fields, type Path } from './json-path.ts';

/** The unit of sums in the schema of a policy. */
const MINOR_UNITS = 'minor-units';

/**
 * How a field is asked for: a box to tick; yes, no or nothing said; one of several; any of several; a
 * number; a sum; words; so much or such a part; days from something; from … to.
 */
export type Kind =
  | ('tick' | 'maybe' | 'choice' | 'boxes' | 'number' | 'sum')
  | ('words' | 'fee' | 'window' | 'range');

/** By the schema alone; undefined where it is made of several fields. */
export function kindAt(schema: unknown, path: Path): Kind | undefined {
  const field = schemaAt(schema, path);
  const { type, items, oneOf } = field;
  if (type === 'boolean') return isRequired(schema, path) || 'default' in field ? 'tick' : 'maybe';
  if (Array.isArray(field['enum'])) return 'choice';
  if (type === 'integer' || type === 'number') return isSum(field) ? 'sum' : 'number';
  if (type === 'array' && items) {
    const each = schemaAt(schema, [...path, '0']);
    return Array.isArray(each['enum']) ? 'boxes' : each['type'] === 'string' ? 'words' : undefined;
  }
  if (Array.isArray(oneOf)) return namesOf(oneOf[0]).includes('kind') ? 'fee' : undefined;
  const names = namesOf(field).toSorted().join();
  return names === 'days,from' ? 'window' : names === 'from,to' ? 'range' : undefined;
}

export const isSum = (field: Fields): boolean => field['format'] === MINOR_UNITS;

const namesOf = (field: unknown): string[] => {
  const properties = isFields(field) ? field['properties'] : undefined;
  return isFields(properties) ? Object.keys(properties) : [];
};

/** Every field there is to ask for; `*` stands for each of a list or of a record. */
export function fieldsOf(schema: unknown, path: Path = []): Path[] {
  if (path.length && kindAt(schema, path)) return [path];
  const field = schemaAt(schema, path);
  const names = namesOf(field);
  const inner = names.length || !(field['items'] ?? field['additionalProperties']) ? names : ['*'];
  return inner.length ? inner.flatMap((name) => fieldsOf(schema, [...path, name])) : [path];
}
