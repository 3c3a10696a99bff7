// src/widget/frameworks/elements.ts: what each public element takes and tells, as types, from the
// comments of the elements. The files beside it say the same in the words of one framework each.
import { format } from 'oxfmt';

/** The source of that file. `elements` are the declarations of the manifest that have a tag. */
export async function elementTypes(elements, options) {
  const used = elements.flatMap(({ name, events = [] }) => [
    name,
    ...events.map(({ type }) => type.text),
  ]);
  const source = [
    '// Made by `npm run attributes` from the comments of src/widget/elements.',
    `import type { ${[...new Set(used)].sort().join(', ')} } from '../index.ts';`,
    '',
    ...elements.flatMap((element) => [
      `export interface ${element.name}Attributes {`,
      ...(element.attributes ?? []).flatMap(({ name, type, description }) => [
        comment(description),
        `${quoted(name)}?: ${written(type.text)} | undefined;`,
      ]),
      '}',
      '',
      `export interface ${element.name}Events {`,
      ...(element.events ?? []).flatMap(({ name, type, description }) => [
        comment(description),
        `${quoted(name)}: ${type.text};`,
      ]),
      '}',
      '',
    ]),
    '/** The public elements, by their tags. */',
    'export interface Elements {',
    ...elements.flatMap(({ name, tagName, description }) => [
      comment(description),
      `${quoted(tagName)}: { element: ${name}; attributes: ${name}Attributes; events: ${name}Events };`,
    ]),
    '}',
  ].join('\n');
  const { code, errors } = await format('elements.ts', source, options);
  if (errors.length) throw new Error(errors.map(({ message }) => message).join('\n'));
  return code;
}

/** A number may be written as one or as text: templates know text alone. */
const written = (type) => (type === 'number' ? 'number | `${number}`' : type);

const quoted = (name) => (/^\w+$/.test(name) ? name : `'${name}'`);

const comment = (text) => `/** ${text.replaceAll('\n', ' ')} */`;
