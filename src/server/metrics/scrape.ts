import { createHash, timingSafeEqual } from 'node:crypto';
import type { Answer } from '../http/listen.ts';
import type { Registry } from './registry.ts';

/** Answers GET /metrics, on a port where nothing else is. */
export const scrape =
  (registry: Registry, token: string | undefined): Answer =>
  async (request) => {
    if (new URL(request.url).pathname !== '/metrics') return say(404, 'Only /metrics is here.\n');
    if (request.method !== 'GET' && request.method !== 'HEAD') return say(405, 'Ask with GET.\n');
    if (
      token !== undefined &&
      !isSame(request.headers.get('Authorization') ?? '', `Bearer ${token}`)
    )
      return say(401, 'Send the token of metrics.token as Authorization: Bearer.\n');
    return new Response(await registry.text(), {
      headers: {
        'Content-Type': 'text/plain; version=0.0.4; charset=utf-8',
        'Cache-Control': 'no-store',
      },
    });
  };

const say = (status: number, text: string): Response =>
  new Response(text, { status, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });

/** By their hashes, so that the time tells neither length nor place. */
const isSame = (given: string, wanted: string): boolean =>
  timingSafeEqual(hash(given), hash(wanted));
const hash = (text: string): Buffer => createHash('sha256').update(text).digest();
