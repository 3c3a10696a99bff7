import type { SampleCustomer } from './sample-customers.ts';

export interface Banner {
  url: string;
  shops: readonly { id: string; name: string }[];
  customers: readonly SampleCustomer[];
  /** The address of somebody who may sign in to the console. */
  colleague: string | undefined;
  dev: boolean;
  demo: boolean;
}

/** What a server for looking around says when it is ready. */
export function banner({ url, shops, customers, colleague, dev, demo }: Banner): string {
  const names = shops.map(({ name }) => name).join(', ');
  return [
    '',
    `Front Desk for ${names}`,
    '',
    'The tag to paste into a page:',
    ...shops.map(({ id }) => `  ${tagOf(url, id)}`),
    ...(customers.length ? ['', 'Sign in as one of them, or look their order up:'] : []),
    ...table(customers.map(({ name, email, order }) => [shortened(name), email, `order ${order}`])),
    ...(dev ? ['', `Codes and mails land in   ${url}/dev/mailbox`] : []),
    ...(demo ? [`The demo shop is at       ${url}/`] : []),
    ...(colleague ? [`Its people answer at      ${url}/console as ${colleague}`] : []),
    '',
  ].join('\n');
}

const tagOf = (url: string, shop: string): string =>
  `<script async fetchpriority="high" src="${url}/front-desk.js" data-api="${url}" data-shop="${shop}"></script>`;

const LONGEST_NAME = 24;
const shortened = (name: string): string =>
  [...name].length > LONGEST_NAME ? `${[...name].slice(0, LONGEST_NAME - 1).join('')}…` : name;

function table(rows: readonly string[][]): string[] {
  const widths = [0, 1].map((column) =>
    Math.max(0, ...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)))).join('   ')}`.trimEnd(),
  );
}

/** East Asian letters take two columns of a terminal. */
const widthOf = (text: string): number =>
  [...text].reduce(
    (sum, letter) =>
      sum +
      (/[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60]/.test(
        letter,
      )
        ? 2
        : 1),
    0,
  );
