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
          (await files(plain(request), new URL(request.url).pathname)) ??
          new Response('not here', { status: 404 }),
      });
      await use(`http://localhost:${listener.port}/`);
      await listener.stop();
    },
    { scope: 'worker' },
  ],
});

/** As it lies there: to squeeze the mock at its first request would take longer than to start it. */
function plain({ url, headers }: Request): Request {
  const asked = new Headers(headers);
  asked.delete('accept-encoding');
  return new Request(url, { headers: asked });
}

export const pages = [
  '',
  'product.html',
  'product.html?id=bag',
  'cart.html',
  'account.html',
  'help.html',
  'returns.html',
  'track.html',
];
