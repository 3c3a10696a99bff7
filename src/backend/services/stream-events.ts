import { Change } from '../../contract/stream.ts';

const utf8 = new TextEncoder();
export const bytesOf = (text: string): Uint8Array => utf8.encode(text);

/** What goes to every reader of one message of the bus, made once for all of them. */
export function createStreamEvents(onUnknown: (error: unknown) => void) {
  let last: { of: unknown; event?: { bytes: Uint8Array; isEnd: boolean } } = { of: undefined };
  return (message: unknown) => {
    if (message === last.of) return last.event;
    const { success, data, error } = Change.safeParse(message);
    if (!success) onUnknown(error);
    last = { of: message };
    if (success) {
      const bytes = bytesOf(`event: change\ndata: ${JSON.stringify(data)}\n\n`);
      last.event = { bytes, isEnd: data.topic === 'session' };
    }
    return last.event;
  };
}
