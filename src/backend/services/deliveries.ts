import { InstantInput } from '../../contract/primitives.ts';
import { sha256 } from './secrets.ts';

/** What a delivery is known by: the sender's own id of it, or else its content. */
export async function deliveryOf(request: Request, body: Uint8Array): Promise<string> {
  const topic = request.headers.get('x-shopify-topic') ?? '';
  return (
    (await namedDelivery(request)) ??
    `content ${await sha256(`${pathOf(request)} ${topic} ${await sha256(body)}`)}`
  );
}

/** One sender may count orders and products each from one, so an id is the address's own. */
export async function namedDelivery(request: Request): Promise<string | undefined> {
  const shopify = request.headers.get('x-shopify-webhook-id');
  if (shopify) return `shopify ${await sha256(`${pathOf(request)} ${shopify}`)}`;
  const named = request.headers.get('x-front-desk-delivery');
  return named ? `id ${await sha256(`${pathOf(request)} ${named}`)}` : undefined;
}

const pathOf = (request: Request): string => new URL(request.url).pathname;

const AHEAD = 5 * 60 * 1000;

/**
 * When Shopify noticed what it tells; in nanoseconds on the wire. No signature covers it: where it is
 * missing or well ahead of us it is now, or a deletion would outdo all that is ever told afterwards.
 */
export function noticedAt(request: Request, now: Date): string {
  const { success, data } = InstantInput.safeParse(request.headers.get('x-shopify-triggered-at'));
  const isPossible = success && Date.parse(data) <= now.getTime() + AHEAD;
  return isPossible ? data : now.toISOString();
}
