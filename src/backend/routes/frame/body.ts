import { refuse, type Refusal } from '../../services/refusal.ts';

/** The whole body, or a refusal as soon as it has grown over `limit` bytes. */
export async function readBytes(
  request: Request,
  limit: number,
): Promise<Uint8Array | Refusal<'payload_too_large' | 'invalid_request'>> {
  try {
    return await wholeBody(request, limit);
  } catch {
    // whoever sent it has gone before its end: nothing of ours has failed
    return refuse('invalid_request');
  }
}

async function wholeBody(
  request: Request,
  limit: number,
): Promise<Uint8Array | Refusal<'payload_too_large'>> {
  const stated = request.headers.get('content-length');
  if (Number(stated ?? 0) > limit) return refuse('payload_too_large');
  if (stated !== null) {
    // no more can come, and a stream of its own costs more than most bodies
    const bytes = new Uint8Array(await request.arrayBuffer());
    return bytes.byteLength > limit ? refuse('payload_too_large') : bytes;
  }
  if (!request.body) return new Uint8Array();
  const reader = request.body.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      return refuse('payload_too_large');
    }
    parts.push(value);
  }
  const [only] = parts;
  return parts.length === 1 && only ? only : joined(parts, size);
}

function joined(parts: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.byteLength;
  }
  return whole;
}

/** application/json, in UTF-8 or unsaid. */
const json = /^application\/json\s*(;\s*charset\s*=\s*"?utf-?8"?\s*)?;?$/i;

export const isJson = (request: Request): boolean =>
  json.test(request.headers.get('content-type')?.trim() ?? '');

const utf8 = new TextDecoder('utf-8', { fatal: true });

export function parseJson(bytes: Uint8Array): { value: unknown } | Refusal<'malformed_json'> {
  try {
    return { value: JSON.parse(utf8.decode(bytes)) };
  } catch {
    return refuse('malformed_json');
  }
}
