import fc, { type Arbitrary } from 'fast-check';
import { openapi } from '../../src/contract/openapi.ts';

/** Of a JSON schema as much as our documents use. */
interface Schema {
  $ref?: string;
  type?: string;
  enum?: readonly unknown[];
  const?: unknown;
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  allOf?: readonly Schema[];
  properties?: Readonly<Record<string, Schema>>;
  required?: readonly string[];
  items?: Schema;
  format?: string;
  pattern?: string;
  minimum?: number;
  maximum?: number;
}
interface Operation {
  operationId: string;
  parameters?: readonly { name: string; in: string; schema: Schema }[];
  requestBody?: { content: Record<string, { schema: Schema }> };
}

/** Values that the data knows, and such as nobody should send. */
export interface Spices {
  known: readonly string[];
  nasty: Arbitrary<string>;
}

/** A request as it goes out: what the document asks for, more or less. */
export interface Input {
  name: string;
  method: string;
  /** Filled in, and encoded. */
  path: string;
  query: Record<string, string>;
  body: unknown;
}

/**
 * Inputs for every operation of the OpenAPI document, made of its own schemas: mostly as it asks
 * for them, each part now and then of another form; by their names. A route that is new is in it by
 * itself.
 */
export function inputsFrom({ known, nasty }: Spices): Map<string, Arbitrary<Input>> {
  const { paths, components } = openapi() as unknown as {
    paths: Record<string, Record<string, Operation>>;
    components: { schemas: Record<string, Schema> };
  };
  const anything = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 3 },
      nasty,
      fc.constantFrom(null, true, 0, -1, 1.5, 1e308, Number.MAX_SAFE_INTEGER),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(nasty, tie('value'), { maxKeys: 3 }),
    ),
  })).value;

  /** As the schema says, or now and then not at all. */
  const about = (schema: Schema, depth = 0): Arbitrary<unknown> =>
    fc.oneof({ weight: 12, arbitrary: right(schema, depth) }, { weight: 1, arbitrary: anything });

  function right(schema: Schema, depth: number): Arbitrary<unknown> {
    const { $ref, properties, items, type } = schema;
    if (depth > 6) return anything;
    if ($ref) return right(components.schemas[$ref.split('/').at(-1)!]!, depth + 1);
    const choices = schema.anyOf ?? schema.oneOf;
    if (choices) return fc.oneof(...choices.map((one) => about(one, depth + 1)));
    if (schema.enum) return fc.constantFrom(...schema.enum);
    if ('const' in schema) return fc.constant(schema.const);
    if (properties)
      return fc
        .tuple(
          fc.record(
            Object.fromEntries(
              Object.entries(properties).map(([name, one]) => [name, about(one, depth + 1)]),
            ),
            { requiredKeys: [...(schema.required ?? [])] },
          ),
          fc.oneof(
            { weight: 9, arbitrary: fc.constant({}) },
            { weight: 1, arbitrary: fc.dictionary(nasty, anything, { minKeys: 1, maxKeys: 2 }) },
          ),
        )
        .map(([asked, strange]) => ({ ...asked, ...strange }));
    if (items) return fc.array(about(items, depth + 1), { maxLength: 4 });
    if (type === 'integer' || type === 'number') return numberOf(schema);
    if (type === 'boolean') return fc.boolean();
    return type === 'string' ? textOf(schema) : anything;
  }

  const textOf = ({ format, pattern }: Schema): Arbitrary<unknown> =>
    fc.oneof(
      fc.constantFrom(...known),
      nasty,
      format === 'date-time'
        ? fc.date({ noInvalidDate: true }).map((date) => date.toISOString())
        : format === 'email' || pattern === undefined
          ? fc.emailAddress()
          : // the patterns that look ahead are those of addresses
            pattern.includes('(?!')
            ? fc.webUrl()
            : fc.stringMatching(new RegExp(pattern)),
    );

  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  const inputOf = ({ path, method, operation }: (typeof operations)[number]): Arbitrary<Input> => {
    const named = (place: string) =>
      (operation.parameters ?? []).filter((parameter) => parameter.in === place);
    const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema;
    const record = (place: string, requiredKeys?: []) =>
      fc.record(
        Object.fromEntries(
          named(place).map(({ name, schema }) => [
            name,
            fc.oneof(about(schema), fc.constantFrom(...known)).map(asText),
          ]),
        ),
        requiredKeys ? { requiredKeys } : {},
      );
    return fc
      .record({
        params: record('path'),
        query: fc.oneof(
          record('query', []) as Arbitrary<Record<string, string>>,
          fc.dictionary(nasty, nasty, { maxKeys: 3 }),
        ),
        body: body ? fc.oneof({ weight: 5, arbitrary: about(body) }, anything) : anything,
      })
      .map(({ params, query, body: given }) => ({
        name: operation.operationId,
        method: method.toUpperCase(),
        path: path.replace(
          /\{(\w+)\}/g,
          (_, name: string) => encodeURIComponent(wellFormed(params[name] ?? '')) || 'x',
        ),
        query,
        body: given,
      }));
  };
  return new Map(operations.map((each) => [each.operation.operationId, inputOf(each)]));
}

const numberOf = ({ minimum = -10, maximum = 1e6 }: Schema): Arbitrary<number> =>
  fc.oneof(
    fc.integer({ min: Math.max(minimum, -1e9), max: Math.min(maximum, 1e9) }),
    fc.constantFrom(minimum - 1, maximum + 1, 0.5),
  );

const asText = (value: unknown): string =>
  typeof value === 'string' ? value : JSON.stringify(value);

/** A URL and a body travel as UTF-8, which has no half pairs; JSON may still spell them out. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, '\ufffd');
