import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A merchant's page: what the tag stands in, and what may make its life hard. */
export interface HostPage {
  /** Attributes of the tag beside `src` and `data-api`. */
  attributes?: Record<string, string>;
  /** Goes into the head, before the tag. */
  head?: string;
  /** Goes into the body, after the shop's own words. */
  body?: string;
  lang?: string;
  csp?: string;
  /** How often the tag was pasted. */
  tags?: number;
  /** With this the tag is a module. */
  module?: boolean;
}

export interface HostSite {
  readonly origin: string;
  /** The address of a page like this. */
  page(page?: HostPage): string;
  close(): Promise<void>;
}

/** A shop of its own origin that knows of the desk only by the pasted tag. */
export async function openHostSite(desk: () => string): Promise<HostSite> {
  const pages: HostPage[] = [];
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://host');
    const page = pages[Number(/^\/page-(\d+)$/.exec(pathname)?.[1] ?? -1)];
    if (!page) {
      response.writeHead(pathname === '/favicon.ico' ? 204 : 404).end();
      return;
    }
    response.writeHead(200, {
      'content-type': 'text/html; charset=utf-8',
      ...(page.csp && { 'content-security-policy': page.csp.replaceAll('DESK', desk()) }),
    });
    response.end(documentOf(page, desk()));
  });
  await new Promise<void>((done) => server.listen(0, 'localhost', done));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  return {
    origin,
    page: (page = {}) => `${origin}/page-${pages.push(page) - 1}`,
    close: () => closed(server),
  };
}

function documentOf(page: HostPage, desk: string): string {
  const { attributes = {}, head = '', body = '', lang = 'en', tags = 1, module = false } = page;
  const words = Object.entries(attributes).map(([name, value]) => `${name}="${escape(value)}"`);
  const kind = module ? 'type="module"' : 'async fetchpriority="high"';
  const tag = `<script ${kind} src="${desk}/front-desk.js" data-api="${desk}" ${words.join(' ')}></script>`;
  return `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>A shop</title>
    ${head}
    ${`${tag}\n    `.repeat(tags)}
  </head>
  <body>
    <nav><a href="/">Home</a></nav>
    <main><h1>A shop</h1><p>Things to buy.</p></main>
    ${body}
  </body>
</html>`;
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;');

const closed = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.closeAllConnections();
    server.close(() => done());
  });
