// The demo shop's pages as they are served: what stands on several of them alike is in demo/parts.
import { readFileSync } from 'node:fs';
import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { findProduct, shelfPrice } from '../../demo/products.js';

/** A page with the parts it names; the header says which page this is. */
export function withParts(page, { demo, name }) {
  const part = (which) => readFileSync(join(demo, `parts/${which}.html`), 'utf8');
  return page
    .replace(/^ *<!-- (tag|footer|ask) -->\n/gm, (_, which) => part(which))
    .replace(/^ *<!-- header -->\n/m, () =>
      part('header').replace(`href="${name}"`, `href="${name}" aria-current="page"`),
    )
    .replace(/^( *)<!-- card (\w+) -->\n/gm, (_, indent, id) =>
      cardOf(part('card'), findProduct(id)).replace(/^/gm, indent).trimEnd().concat('\n'),
    );
}

const cardOf = (card, { id, name, price, was }) =>
  card
    .replaceAll('{id}', id)
    .replaceAll('{name}', name)
    .replace('{price}', () => (was ? saleOf(price, was) : shelfPrice(price)));

const saleOf = (price, was) =>
  `<span class="unseen">Now </span><b class="sale">${shelfPrice(price)}</b> ` +
  `<span class="unseen">before </span><s>${shelfPrice(was)}</s>`;

/** The shop's own files, without what only a build can read. */
export async function writeShop(demo, outDir, change = (page) => page) {
  await cp(demo, outDir, {
    recursive: true,
    filter: (path) =>
      !/\.(ts|html)$|tsconfig\.json$|[\\/](gallery|hosts|parts)([\\/]|$)/.test(path),
  });
  for (const name of await readdir(demo)) {
    if (!name.endsWith('.html')) continue;
    const page = withParts(await readFile(join(demo, name), 'utf8'), { demo, name });
    await writeFile(join(outDir, name), change(page, name));
  }
}
