// `npm run attributes [-- --check]`: docs/attributes.md, the desk's attributes in README.md between
// marks, and what the frameworks are told of the elements, from the comments of the public elements.
// --check fails where they are not current.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { ensureInstalled, root } from './install.mjs';
import { between, replaceBetween } from './markers.mjs';

process.chdir(root);
ensureInstalled();
mkdirSync('docs', { recursive: true });
const { ts } = await import('@custom-elements-manifest/analyzer/index.js');
const { analyzeElements } = await import('./build/elements-manifest.mjs');
const { elementTypes } = await import('./build/element-types.mjs');
const { modules } = analyzeElements(root);
const elements = modules.flatMap(({ declarations = [] }) => declarations);
/** The public ones, as the page tells of them; what the panel is made of has a tag of its own too. */
const documented = [
  'front-desk',
  'fd-returns',
  'fd-order-tracker',
  'fd-wishlist-button',
  'fd-recommendations',
].map((tag) => {
  const element = elements.find(({ tagName }) => tagName === tag);
  if (!element) throw new Error(`No \`${tag}\` element is documented in src/widget`);
  return element;
});
const [desk, ...others] = documented;

const page = [
  '# The elements',
  'Made by `npm run attributes` from `src/widget/elements`. On the script tag each attribute is written as `data-` and its name.',
  ...partsOf(desk, '##'),
  '## From a script',
  'With a bundler, typed; and in the queue of the tag, `FrontDesk.push([name, value])`, which takes any [attribute](#attributes) as well.',
  "```js\nimport { frontDesk } from 'front-desk/api';\nfrontDesk.on('fd-open', (event) => console.log(event.room));\n```",
  callsIn('src/widget/api.ts', 'DeskApi'),
  ...others.flatMap((element) => [`## ${element.tagName}`, ...partsOf(element, '###')]),
].join('\n\n');

const format = JSON.parse(readFileSync('.oxfmtrc.json', 'utf8'));
const results = {
  'docs/attributes.md': `${page}\n`,
  'src/widget/frameworks/elements.ts': await elementTypes(documented, format),
};
const readme = existsSync('README.md') ? readFileSync('README.md', 'utf8') : '';
if (between(readme, 'attributes') !== undefined)
  results['README.md'] = replaceBetween(readme, 'attributes', attributesOf(desk));
const check = process.argv.includes('--check');
let stale = 0;
for (const [file, text] of Object.entries(results)) {
  if (existsSync(file) && readFileSync(file, 'utf8') === text) continue;
  if (!check) writeFileSync(file, text);
  else {
    console.error(`${file} is not what the element's comments say: run \`npm run attributes\`.`);
    stale += 1;
  }
}
process.exit(stale ? 1 : 0);

/** What a script may say: the members of an interface, by their comments. */
function callsIn(file, name) {
  const source = ts.createSourceFile(
    file,
    readFileSync(file, 'utf8'),
    ts.ScriptTarget.ES2022,
    true,
  );
  const { members } = source.statements.find((one) => one.name?.text === name);
  return table(
    ['`frontDesk.`', 'In the queue', 'What it does'],
    members.map((member) => {
      const { comment, tags = [] } = member.jsDoc?.at(-1) ?? {};
      if (!comment) throw new Error(`${file}: ${member.name.text} is not documented`);
      const queue = tags.find(({ tagName }) => tagName.text === 'queue');
      const parameters = member.parameters?.map((each) => each.name.text).join(', ');
      return [
        code(member.name.text + (parameters === undefined ? '' : `(${parameters})`)),
        code(queue?.comment),
        comment,
      ];
    }),
  );
}

/** What an element is, and all that can be said to it or heard of it; `level` is that of its headings. */
function partsOf(element, level) {
  const sections = [
    ['Attributes', attributesOf(element)],
    [
      'Methods',
      table(
        ['Method', 'What it does'],
        (element.members ?? [])
          .filter(({ kind, privacy, description }) => kind === 'method' && !privacy && description)
          .map(({ name, parameters = [], description }) => [
            code(`${name}(${parameters.map((each) => each.name).join(', ')})`),
            description,
          ]),
      ),
    ],
    ['Events', described(element.events, 'Event')],
    ['Slots', described(element.slots, 'Slot')],
    ['Parts', described(element.cssParts, 'Part')],
    [
      'CSS custom properties',
      table(
        ['Property', 'Default', 'What it is'],
        (element.cssProperties ?? []).map(({ name, default: given, description = '' }) => {
          const [what, byDefault] = splitDefault(description);
          return [code(name), given ? code(given) : byDefault, what];
        }),
      ),
    ],
  ].filter(([, body]) => body);
  return [element.description, ...sections.flatMap(([title, body]) => [`${level} ${title}`, body])];
}

function attributesOf(element) {
  return table(
    ['Attribute', 'Type', 'Default', 'What it does'],
    (element.attributes ?? []).map(({ name, type, description = '' }) => {
      const [what, byDefault] = splitDefault(description);
      return [code(name), code(type?.text), byDefault, what];
    }),
  );
}

/** The last sentence of a comment may say the default. */
function splitDefault(description) {
  const [, what, byDefault = ''] = /^(.*?)(?:\s*Default: (.*?)\.)?$/s.exec(description);
  return [what, byDefault];
}

function described(list = [], title) {
  return table(
    [title, 'What it is'],
    list.map(({ name, description }) => [code(name), description]),
  );
}

function table(head, rows) {
  if (rows.length === 0) return '';
  const line = (cells) => `| ${cells.map((cell) => clean(cell)).join(' | ')} |`;
  return [line(head), `|${head.map(() => '---').join('|')}|`, ...rows.map(line)].join('\n');
}

function clean(cell) {
  return (cell ?? '').replaceAll('\n', ' ').replaceAll('|', '\\|').trim();
}

function code(text) {
  return text ? `\`${text}\`` : '';
}
