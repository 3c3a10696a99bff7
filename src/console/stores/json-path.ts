/** Fields of JSON by their names, from the outside in. */
export type Path = readonly string[];
type Fields = Readonly<Record<string, unknown>>;

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const valueAt = (json: unknown, path: Path): unknown =>
  path.reduce<unknown>((value, name) => (isFields(value) ? value[name] : undefined), json);

/** The same with another value there; undefined takes the field away. */
export function withValue(json: unknown, [name, ...rest]: Path, value: unknown): Fields {
  const fields = isFields(json) ? json : {};
  if (name === undefined) return fields;
  const inner = rest.length ? withValue(fields[name], rest, value) : value;
  const { [name]: _, ...others } = fields;
  return inner === undefined ? others : { ...fields, [name]: inner };
}

export const pointerOf = (path: Path): string => path.map((name) => `/${name}`).join('');

/** The JSON Schema of a field, where it has one. */
export function schemaAt(schema: unknown, path: Path): Fields {
  const root = isFields(schema) ? schema : {};
  const named = (node: unknown): unknown => {
    const name = valueAt(node, ['$ref']);
    return typeof name === 'string' ? valueAt(root, name.slice(2).split('/')) : node;
  };
  const found = path.reduce<unknown>(
    (node, name) => named(valueAt(node, ['properties', name])),
    named(root),
  );
  return isFields(found) ? found : {};
}
