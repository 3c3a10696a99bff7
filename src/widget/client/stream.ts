import type { Send } from './request.ts';

/** Server-sent events, until the signal ends it. */
export const openStream = (send: Send, signal: AbortSignal): Promise<Response> =>
  send('/stream', { signal, endless: true });
