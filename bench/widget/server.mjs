import { createServer, request } from 'node:http';
import { readFile } from 'node:fs/promises';
import { existsSync, statSync } from 'node:fs';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, gzipSync } from 'node:zlib';

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
};
const kinds = { '.html': 'html', '.js': 'js', '.css': 'css' };

/**
 * Static servers on loopback, one origin a page: the page's own files, then the shop's. Files go
 * out as brotli 11; a ledger keeps what each page asked for in all three sizes. Our own page's
 * /v1 goes to the real backend.
 */
export async function startServer({ pages, host, backend }) {
  const files = new Map();
  const ledger = [];

  async function load(path) {
    const known = files.get(path);
    if (known) return known;
    const body = await readFile(path);
    const file = {
      body,
      br: brotliCompressSync(body),
      gz: gzipSync(body, { level: 9 }),
      type: types[extname(path)] ?? 'application/octet-stream',
    };
    files.set(path, file);
    return file;
  }

  const answer = (page) => async (incoming, outgoing) => {
    const { pathname } = new URL(incoming.url, 'http://localhost');
    const note = (type, { body, gz, br } = { body: '', gz: '', br: '' }) =>
      ledger.push({ path: pathname, type, raw: body.length, gz: gz.length, br: br.length });
    if (page.api && pathname.startsWith('/v1/')) {
      note('api');
      return forward(incoming, outgoing, backend);
    }
    const made = page.answers?.(pathname);
    if (made) {
      note('api');
      return outgoing
        .writeHead(200, { 'content-type': 'application/json' })
        .end(JSON.stringify(made));
    }
    const path = normalize(decodeURIComponent(pathname)).replace(/\/$/, '/index.html');
    const own = join(page.dir, path);
    const isOwn = existsSync(own);
    const found = isOwn ? own : join(host, path);
    if (!existsSync(found) || !statSync(found).isFile()) {
      if (pathname !== '/favicon.ico') note('miss');
      return outgoing.writeHead(404).end();
    }
    const file = await load(found);
    note(!isOwn || path === '/index.html' ? 'host' : (kinds[extname(found)] ?? 'other'), file);
    outgoing
      .writeHead(200, {
        'content-type': file.type,
        'content-encoding': 'br',
        'content-length': file.br.length,
        'cache-control': 'public, max-age=31536000',
      })
      .end(file.br);
  };

  const origins = {};
  const servers = await Promise.all(
    pages.map(async (page) => {
      const server = createServer(answer(page));
      await new Promise((ready) => server.listen(0, '127.0.0.1', ready));
      origins[page.name] = `http://localhost:${server.address().port}`;
      return server;
    }),
  );
  return {
    origins,
    /** The ledger since the last call. */
    take: () => ledger.splice(0),
    close: () => servers.forEach((server) => server.closeAllConnections() ?? server.close()),
  };
}

/** As the shop's own reverse proxy would: the page and the API share an origin. */
function forward(incoming, outgoing, backend) {
  const { host, port, origin } = new URL(backend);
  const headers = { ...incoming.headers, host, ...(incoming.headers.origin && { origin }) };
  const onward = request(
    { host: 'localhost', port, path: incoming.url, method: incoming.method, headers },
    (reply) => {
      outgoing.writeHead(reply.statusCode, reply.headers);
      reply.pipe(outgoing);
    },
  );
  onward.on('error', () => outgoing.writeHead(502).end());
  incoming.pipe(onward);
}
