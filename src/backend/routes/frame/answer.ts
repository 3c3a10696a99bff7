import { etagOf, isKnown } from './etag.ts';
import type { PlainAnswer } from './handler.ts';

const keeping = {
  shared: 'public, max-age=60',
  private: 'private, no-cache',
};

/** A handler's answer as a response. What may be kept has a tag, so that asking again is cheap. */
export function answerResponse(
  { status, body, json, stream, cache }: PlainAnswer,
  request: Request,
  headers: Headers,
): Response {
  headers.set('Cache-Control', cache ? keeping[cache] : 'no-store');
  if (stream) {
    headers.set('Content-Type', 'text/event-stream');
    // proxies would hold the events back otherwise
    headers.set('X-Accel-Buffering', 'no');
    return new Response(stream, { status, headers });
  }
  if (body === undefined && json === undefined) return new Response(null, { status, headers });
  const text = json ?? JSON.stringify(body);
  headers.set('Content-Type', 'application/json');
  if (cache) {
    const etag = etagOf(text);
    headers.set('ETag', etag);
    if (isKnown(request, etag)) {
      headers.delete('Content-Type');
      return new Response(null, { status: 304, headers });
    }
  }
  return new Response(text, { status, headers });
}
