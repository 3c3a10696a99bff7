import type { Visitor } from '../../builders/visitor.ts';

/** A reader of GET /v1/stream that takes what comes, chunk by chunk. */
export interface Listener {
  /** The next chunk as text; undefined at the end. */
  next(): Promise<string | undefined>;
  /** The next change; comments are passed over. Undefined at the end. */
  change(): Promise<{ topic: string; id: string } | undefined>;
  leave(): Promise<void>;
}

export async function listen(visitor: Visitor): Promise<Listener> {
  const { response, status } = await visitor.get('/stream');
  if (status !== 200 || !response.body) throw new Error(`No stream: ${status}`);
  const reader = response.body.getReader();
  const next = async () => {
    const { done, value } = await reader.read();
    return done ? undefined : new TextDecoder().decode(value);
  };
  return {
    next,
    async change() {
      for (;;) {
        const text = await next();
        if (text === undefined) return undefined;
        const data = /^event: change\ndata: (.*)\n\n$/.exec(text)?.[1];
        if (data) return JSON.parse(data);
      }
    },
    leave: () => reader.cancel(),
  };
}
