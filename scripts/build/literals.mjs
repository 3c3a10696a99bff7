// Shrinks what a minifier leaves alone: css`…` goes through lightningcss, html`…` and svg`…` lose the blanks
// between tags. Also gives `import css from './x.css?literal'` the sheet as one minified string.
import { readFile } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { transform } from 'lightningcss';

const QUERY = '?literal';

export const minifyCss = (css) =>
  transform({ filename: 'literal.css', code: Buffer.from(css), minify: true }).code.toString();

/** The module that stands for a sheet imported as a literal. */
export const literalModule = (css) => `export default ${JSON.stringify(minifyCss(css))};\n`;

const quote = (css) => css.replace(/[\\`]|\$\{/g, '\\$&');

/** A sheet with `${…}` holes only loses comments and runs of blanks: lightningcss can't parse it. */
const squeeze = (css) =>
  css.includes('${')
    ? css
        .replace(/\/\*[\s\S]*?\*\//g, '')
        .replace(/\s+/g, ' ')
        .trim()
    : quote(minifyCss(css));

const unindent = (code) =>
  code
    .replace(/>\s*\n\s*(?=[<$])/g, '>')
    .replace(/\}\s*\n\s*(?=<|\$\{)/g, '}')
    .replace(/(["'}]|<\/[\w-]+)\s*\n\s*(?=>)/g, '$1')
    .replace(/([\w"'}])\s*\n\s+(?=[@?.a-z-]+=)/g, '$1 ')
    .replace(/\}\s*\n\s*(?=`)/g, '}');

/** A vite plugin. */
export const literals = () => ({
  name: 'literals',
  enforce: 'pre',
  resolveId: (id, from) =>
    id.endsWith(`.css${QUERY}`)
      ? `\0${resolve(dirname(from), id.slice(0, -QUERY.length))}.literal`
      : null,
  async load(id) {
    if (!id.startsWith('\0') || !id.endsWith('.css.literal')) return null;
    const file = id.slice(1, -'.literal'.length);
    this.addWatchFile(file);
    return literalModule(await readFile(file, 'utf8'));
  },
  transform(code, id) {
    if (!/\/src\/(widget|console)\/.*\.ts$/.test(id) || !/\b(?:css|html|svg)`/.test(code))
      return null;
    const shrunk = code.replace(/\bcss`((?:[^`\\]|\\.)*)`/g, (_, css) => `css\`${squeeze(css)}\``);
    return { code: /\b(?:html|svg)`/.test(shrunk) ? unindent(shrunk) : shrunk, map: null };
  },
});
