import { test as base } from '@playwright/test';
import { fileURLToPath } from 'node:url';
import { createFiles } from '../../../src/server/drivers/files.ts';
import { listen } from '../../../src/server/http/listen.ts';

export { expect } from '@playwright/test';

/** The demo as a static site, without a backend: a host that knows files and nothing else. */
export const test = base.extend<object, { site: string }>({
  site: [
    async ({}, use) => {
      const files = createFiles({
        folder: fileURLToPath(new URL('../../../dist/demo', import.meta.url)),
      });
      const listener = await listen({
        port: 0,
        host: 'loopback',
        answer: async (request) =>
          (await files(request, new URL(request.url).pathname)) ??
          new Response('not here', { status: 404 }),
      });
      await use(`http://localhost:${listener.port}/`);
      await listener.stop();
    },
    { scope: 'worker' },
  ],
});

export const pages = [
  '',
  'product.html',
  'product.html?id=bag',
  'cart.html',
  'account.html',
  'help.html',
];
