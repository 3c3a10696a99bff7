import type { Hono } from 'hono';
import { etagOf, isKnown } from './frame/etag.ts';

const PATH = '/openapi.json';

/** The contract of this backend, for whoever wants to read it. */
export function mountOpenapi(app: Hono, document: (server: string) => object): void {
  app.get(PATH, ({ req }) => {
    const text = JSON.stringify(document(new URL(req.url).origin));
    const etag = etagOf(text);
    const headers = new Headers({
      'Access-Control-Allow-Origin': '*',
      'Access-Control-Expose-Headers': 'ETag',
      'Cache-Control': 'public, max-age=300',
      ETag: etag,
    });
    if (isKnown(req.raw, etag)) return new Response(null, { status: 304, headers });
    headers.set('Content-Type', 'application/json');
    return new Response(text, { headers });
  });
}
