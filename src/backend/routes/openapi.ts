import type { Hono } from 'hono';
import { etagOf, isKnown } from './frame/etag.ts';

const PATH = '/openapi.json';

/**
 * The contract of this backend, for whoever wants to read it. Making it takes as long as answering
 * a hundred requests, and anyone may ask: it is made once, and names itself by a relative address.
 */
export function mountOpenapi(app: Hono, document: () => object): void {
  let made: string | undefined;
  app.get(PATH, ({ req }) => {
    const text = (made ??= JSON.stringify(document()));
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
