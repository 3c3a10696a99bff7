import { etagOf, isKnown } from './etag.ts';
import type { FileAnswer, PlainAnswer } from './handler.ts';

const keeping = {
  shared: 'public, max-age=60',
  private: 'private, no-cache',
};

/** A handler's answer as a response. What may be kept has a tag, so that asking again is cheap. */
export function answerResponse(
  { status, body, json, stream, file, cache }: PlainAnswer,
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
  if (file) return fileResponse(file, status, headers);
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

/** What a stranger sent is never a page of ours, whatever it holds and whoever follows the link. */
function fileResponse({ name, type, bytes }: FileAnswer, status: number, headers: Headers) {
  headers.set('Content-Type', type);
  headers.set('Content-Disposition', dispositionOf(name));
  headers.set('X-Content-Type-Options', 'nosniff');
  headers.set('Content-Security-Policy', "default-src 'none'; sandbox");
  return new Response(bytes, { status, headers });
}

/** By RFC 6266: a name of any script, and one for who reads none. */
function dispositionOf(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  const attachment = `attachment; filename="${plain}"`;
  if (plain === name) return attachment;
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${attachment}; filename*=UTF-8''${encoded}`;
}
