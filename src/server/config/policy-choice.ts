import { z } from 'zod';
import { Policy } from '../../contract/policy.ts';
import { presets } from '../../domain/policy/presets/presets.ts';

type Json = Record<string, unknown>;

export const presetNames = Object.keys(presets);
const presetOf = (name: unknown): Policy | undefined =>
  Object.entries<Policy>(presets).find(([each]) => each === name)?.[1];

/**
 * A policy by the name of a preset, as a whole, or a preset with what differs from it; `false` lets
 * shoppers settle nothing by themselves.
 */
export const PolicyChoice = z
  .unknown()
  .meta(editorSchema())
  .transform((choice, context): unknown => {
    const fault = (path: PropertyKey[], message: string) => {
      context.issues.push({ code: 'custom', path, message, input: choice });
      return z.NEVER;
    };
    if (choice === false) return undefined;
    if (!isObject(choice)) return presetOf(choice) ?? fault([], NO_CHOICE);
    const { from, ...own } = choice;
    if (from === undefined) return own;
    const base = presetOf(from);
    return base ? over(base, own) : fault(['from'], NO_PRESET);
  })
  .pipe(Policy.optional());

const NO_PRESET = `Not a preset. There are ${presetNames.join(', ')}.`;
const NO_CHOICE = `Not a policy. Name a preset (${presetNames.join(', ')}), write a policy, or false for none.`;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Field by field; a list or what has a kind of its own as a whole, and `null` takes a field away. */
function over(base: unknown, own: unknown): unknown {
  if (!isObject(base) || !isObject(own) || 'kind' in own) return own;
  const fields = Object.entries(own).map(([name, value]) => [name, over(base[name], value)]);
  const merged: Json = { ...base, ...(Object.fromEntries(fields) as Json) };
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== null));
}

/** What an editor offers: the names, and every field of a policy, none of which has to be there. */
function editorSchema(): Json {
  // without its name, so that it stands where it is used
  const whole = z.toJSONSchema(z.strictObject(Policy.shape), { io: 'input', target: 'draft-7' });
  const { $schema: _, definitions, ...named } = whole;
  const { properties, ...rest } = loose(named, isObject(definitions) ? definitions : {}) as Json & {
    properties: Json;
  };
  const from = { enum: presetNames, description: 'The preset that all else is changed in' };
  return {
    oneOf: [
      { const: false },
      { enum: presetNames },
      { ...rest, properties: { from, ...properties } },
    ],
  };
}

/** Nothing has to be there, and what has a name stands where it is used. */
function loose(schema: unknown, definitions: Json): unknown {
  if (Array.isArray(schema)) return schema.map((each) => loose(each, definitions));
  if (!isObject(schema)) return schema;
  const { required: _, $ref, ...rest } = schema;
  const named = definitions[String($ref).replace('#/definitions/', '')];
  const fields = Object.entries({ ...(isObject(named) && named), ...rest });
  return Object.fromEntries(fields.map(([name, value]) => [name, loose(value, definitions)]));
}
