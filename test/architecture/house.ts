/**
 * The import table of the house, as data. A room may import itself, what its `may` names, and what
 * those may import in turn; `only` stops that: then `may` is the whole list. `packages` are the
 * packages a room may import. The longest matching path is a file's room.
 */
export interface Room {
  path: string;
  may: string[];
  only?: true;
  packages: string[];
  /** May touch `node:*`. */
  node?: true;
}

const element = ['lit', '@floating-ui/dom'];

export const house: Room[] = [
  {
    path: 'src/server',
    may: ['src/server/drivers', 'src/backend'],
    packages: ['hono', '@hono/node-server', 'commander', 'cli-progress', 'csv-parse', 'zod'],
    node: true,
  },
  {
    path: 'src/server/drivers',
    may: ['src/backend'],
    packages: [
      ...['libsql', 'nodemailer', 'kysely', 'pg', 'pino', 'stripe'],
      '@simplewebauthn/server',
    ],
    node: true,
  },
  {
    path: 'src/mock',
    may: ['src/backend'],
    packages: ['msw', '@sqlite.org/sqlite-wasm', 'kysely', 'hono'],
  },

  { path: 'src/widget', may: ['src/widget/elements', 'src/widget/loader'], packages: element },
  {
    // What each framework is told of the elements.
    path: 'src/widget/frameworks',
    may: ['src/widget'],
    packages: ['react', 'preact', 'solid-js', 'vue', 'svelte'],
  },
  {
    path: 'src/widget/loader.ts',
    may: ['src/widget/elements/front-desk.ts', 'src/widget/loader', 'src/widget/config.ts'],
    only: true,
    packages: [],
  },
  {
    // The launcher is all that a page load costs: no Lit, nothing of the panel.
    path: 'src/widget/elements/front-desk.ts',
    may: ['src/widget/loader', 'src/widget/config.ts'],
    only: true,
    packages: [],
  },
  {
    path: 'src/widget/returns-loader.ts',
    may: ['src/widget/elements/fd-returns.ts', 'src/widget/loader'],
    only: true,
    packages: [],
  },
  {
    path: 'src/widget/tracker-loader.ts',
    may: ['src/widget/elements/fd-order-tracker.ts', 'src/widget/loader'],
    only: true,
    packages: [],
  },
  ...['fd-returns', 'fd-order-tracker'].map((name) => ({
    path: `src/widget/elements/${name}.ts`,
    may: ['src/widget/elements/task-element.ts'],
    only: true as const,
    packages: [],
  })),
  {
    // It stands in the page before anybody looks at it.
    path: 'src/widget/elements/task-element.ts',
    may: ['src/widget/loader', 'src/widget/config.ts'],
    only: true,
    packages: [],
  },
  {
    path: 'src/widget/wishlist-loader.ts',
    may: ['src/widget/elements/fd-wishlist-button.ts'],
    only: true,
    packages: [],
  },
  {
    path: 'src/widget/recommendations-loader.ts',
    may: ['src/widget/elements/fd-recommendations.ts'],
    only: true,
    packages: [],
  },
  {
    // A hundred of them stand on a page: no Lit, nothing of the panel.
    path: 'src/widget/elements/fd-wishlist-button.ts',
    may: [
      'src/widget/saving',
      'src/widget/host/on-language.ts',
      'src/widget/elements/front-desk.ts',
    ],
    only: true,
    packages: [],
  },
  {
    // What the page's hearts and the panel share.
    path: 'src/widget/saving',
    may: ['src/widget/config.ts', 'src/contract'],
    only: true,
    packages: [],
  },
  {
    // It stands in the page before anybody has opened the desk: no Lit, nothing of the panel.
    path: 'src/widget/elements/fd-recommendations.ts',
    may: [
      'src/widget/strips',
      'src/widget/cart',
      'src/widget/client',
      'src/widget/host',
      'src/widget/host/on-language.ts',
      'src/contract',
    ],
    only: true,
    packages: [],
  },
  {
    path: 'src/widget/strips',
    may: ['src/contract'],
    only: true,
    packages: [],
  },
  {
    path: 'src/widget/loader',
    may: ['src/widget/config.ts', 'src/widget/theme'],
    only: true,
    packages: [],
  },
  {
    path: 'src/widget/elements',
    may: [
      'src/widget/elements/front-desk.ts',
      'src/widget/elements/fd-returns.ts',
      'src/widget/elements/fd-order-tracker.ts',
      'src/widget/elements/task-element.ts',
      'src/widget/elements/fd-wishlist-button.ts',
      'src/widget/elements/fd-recommendations.ts',
      'src/widget/rooms',
    ],
    packages: [...element, 'nanostores'],
  },
  {
    path: 'src/widget/rooms',
    may: ['src/widget/ui', 'src/widget/stores', 'src/widget/cart', 'src/widget/locales'],
    packages: [...element, 'nanostores'],
  },
  {
    path: 'src/widget/ui',
    may: ['src/widget/theme'],
    only: true,
    packages: element,
  },
  {
    path: 'src/widget/stores',
    may: [
      'src/widget/client',
      'src/widget/host',
      'src/widget/locales',
      'src/widget/saving',
      'src/domain',
    ],
    packages: ['nanostores', 'lit'],
  },
  { path: 'src/widget/cart', may: [], packages: [] },
  { path: 'src/widget/client', may: ['src/widget/config.ts', 'src/contract'], packages: [] },
  { path: 'src/widget/host/kept-list.ts', may: [], only: true, packages: [] },
  { path: 'src/widget/host/on-language.ts', may: [], only: true, packages: [] },
  {
    path: 'src/widget/host',
    may: ['src/widget/host/kept-list.ts', 'src/widget/config.ts', 'src/contract'],
    packages: ['lit', 'nanostores'],
  },
  { path: 'src/widget/config.ts', may: ['src/contract'], packages: [] },
  { path: 'src/widget/locales', may: ['src/contract'], packages: [] },
  { path: 'src/widget/theme', may: [], packages: ['lit'] },

  {
    // Its own page, which shoppers never load; it borrows the widget's small parts.
    path: 'src/console',
    may: [
      'src/widget/client',
      'src/widget/ui',
      'src/widget/theme',
      'src/widget/host',
      'src/widget/stores',
      'src/domain',
      'src/contract',
    ],
    only: true,
    packages: ['lit', 'nanostores'],
  },

  {
    path: 'src/backend',
    may: [
      'src/backend/routes',
      'src/backend/platforms',
      'src/backend/channels',
      'src/backend/payments',
      'src/backend/labels',
      'src/backend/storage',
    ],
    packages: ['hono', 'zod', 'kysely'],
  },
  { path: 'src/backend/routes', may: ['src/backend/services'], packages: ['hono', 'zod'] },
  {
    path: 'src/backend/services',
    may: ['src/backend/ports.ts', 'src/domain'],
    packages: ['zod', 'jose', 'ts-tracking-number'],
  },
  {
    path: 'src/backend/platforms',
    may: ['src/backend/ports.ts', 'src/domain'],
    packages: ['zod', 'kysely'],
  },
  { path: 'src/backend/channels', may: ['src/backend/ports.ts', 'src/domain'], packages: [] },
  {
    path: 'src/backend/storage',
    may: ['src/backend/ports.ts', 'src/domain'],
    packages: ['kysely', '@sqlite.org/sqlite-wasm'],
  },
  { path: 'src/backend/payments', may: ['src/backend/ports.ts', 'src/domain'], packages: [] },
  { path: 'src/backend/labels', may: ['src/backend/ports.ts', 'src/domain'], packages: [] },
  { path: 'src/backend/ports.ts', may: ['src/backend/ports', 'src/domain'], packages: [] },
  { path: 'src/backend/ports', may: ['src/domain'], packages: [] },

  { path: 'src/domain', may: ['src/contract'], packages: ['ts-tracking-number', 'lean-qr'] },
  { path: 'src/contract', may: [], packages: ['zod'] },
];

/** Packages too heavy for a shopper: no chain of imports leads from the widget to them. */
export const neverInBrowser = [
  '@simplewebauthn/server',
  'zod',
  'hono',
  'jose',
  'kysely',
  'msw',
  'ts-tracking-number',
  'lean-qr',
];
