// Writes src/contract/guards.ts: what the widget looks at before it trusts an answer, made from the
// contract's schemas, so that the schema library itself never reaches a shopper.
// Run: npm run guards
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import {
  Challenge,
  CustomerSession,
  Desk,
  Order,
  OrderPage,
  OrderTracking,
  Session,
} from '../src/contract/index.ts';

/** The answers the widget reads. */
const answers = { Desk, Session, CustomerSession, Challenge, OrderPage, Order, OrderTracking };

const head = `// Made by scripts/guards.mjs from the schemas beside it. Do not edit: npm run guards

/**
 * What a value must have. A word is its kind, after "=" its exact text; one shape in brackets is an
 * array of it, several are a choice; a field with "?" before its name may be missing.
 */
export type Shape = string | readonly Shape[] | { readonly [field: string]: Shape };
`;

/** The file's text, not yet formatted. */
export function guards() {
  const made = new Map();
  for (const [name, answer] of Object.entries(answers)) {
    const { $defs = {}, ...schema } = z.toJSONSchema(answer);
    const shape = shaper({ ...$defs, ...(!schema.$ref && { [name]: schema }) }, made);
    shape({ $ref: name });
  }
  const lines = [...made].map(
    ([name, code]) => `${name in answers ? 'export ' : ''}const ${name}: Shape = ${code};`,
  );
  return `${head}\n${lines.join('\n')}\n`;
}

/** Named schemas come out once each, before those that are made of them. */
function shaper(named, made) {
  function shapeOf(schema) {
    if (schema.$ref) {
      const name = schema.$ref.split('/').at(-1);
      if (!made.has(name)) made.set(name, shapeOf(named[name]));
      return name;
    }
    const choice = schema.anyOf ?? schema.oneOf;
    if (choice) return `[${choice.map(shapeOf).join(', ')}]`;
    if (schema.const !== undefined) return `'=${schema.const}'`;
    if (schema.type === 'object') return objectOf(schema);
    if (schema.type === 'array') return `[${shapeOf(schema.items)}]`;
    if (schema.type === 'integer') return `'number'`;
    if (isPlain(schema)) return `'${schema.type}'`;
    throw new Error(`No guard for ${JSON.stringify(schema)}`);
  }
  function objectOf({ properties = {}, required = [] }) {
    const fields = Object.entries(properties).flatMap(([name, inner]) => {
      if (required.includes(name)) return `${name}: ${shapeOf(inner)}`;
      // a plain optional value of the wrong kind shows oddly, and breaks nothing
      return isPlain(inner) ? [] : `'?${name}': ${shapeOf(inner)}`;
    });
    return `{ ${fields.join(', ')} }`;
  }
  return shapeOf;
}

const isPlain = ({ type }) => ['string', 'number', 'integer', 'boolean'].includes(type);

export const file = fileURLToPath(new URL('../src/contract/guards.ts', import.meta.url));

if (process.argv[1] === fileURLToPath(import.meta.url)) await writeFile(file, guards());
