/** Steps into JSON from the outside in: names of fields, places in lists. */
export type Path = readonly string[];
export type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isPlace = (step: string) => /^\d+$/.test(step);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

export const valueAt = (json: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, step) => {
    if (Array.isArray(value)) return isPlace(step) ? value[Number(step)] : undefined;
    return isFields(value) ? value[step] : undefined;
  }, json);

/** The same with another value there; undefined takes it away, and closes the gap in a list. */
export function withValue(json: unknown, path: Path, value: unknown): Fields {
  const changed = withStep(json, path, value);
  return isFields(changed) ? changed : {};
}

function withStep(json: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(json)) {
    const at = Number(step);
    const inner = withStep(json[at], rest, value);
    return [...json.slice(0, at), ...(inner === undefined ? [] : [inner]), ...json.slice(at + 1)];
  }
  const fields = isFields(json) ? json : {};
  const inner = withStep(fields[step], rest, value);
  const { [step]: _, ...others } = fields;
  return inner === undefined ? others : { ...fields, [step]: inner };
}

export const pointerOf = (path: Path): string =>
  path.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');

/** One of a list in the place of another: what is between them moves up. */
export function moved(list: unknown, from: number, to: number): unknown[] {
  const all = [...listOf(list)];
  if (to < 0 || to >= all.length) return all;
  all.splice(to, 0, ...all.splice(from, 1));
  return all;
}

/** The JSON Schema of a field, where it has one; of a list each place has the same. */
export function schemaAt(schema: unknown, path: Path): Fields {
  const root = isFields(schema) ? schema : {};
  const resolved = resolver(root);
  const found = path.reduce<unknown>((node, step) => {
    const { properties, items, additionalProperties: others } = isFields(node) ? node : {};
    const own = isFields(properties) ? properties[step] : undefined;
    return resolved(own ?? items ?? others);
  }, resolved(root));
  return isFields(found) ? found : {};
}

/** Whether what is around a field has to have it. */
export const isRequired = (schema: unknown, path: Path): boolean =>
  listOf(schemaAt(schema, path.slice(0, -1))['required']).includes(path.at(-1));

/** Puts in the place of a reference what it refers to; what is said beside it stays. */
const resolver = (root: Fields) => (node: unknown) => {
  const { $ref: name, ...beside } = isFields(node) ? node : {};
  if (typeof name !== 'string') return node;
  const named = valueAt(root, name.slice(2).split('/'));
  // the root may itself refer into its own definitions
  return node === root ? named : { ...(isFields(named) ? named : {}), ...beside };
};
