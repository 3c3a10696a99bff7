import { InstantInput } from '../../contract/primitives.ts';
import { sha256 } from './secrets.ts';

/**
 * What a delivery is known by: the sender's own id of it, or else its content. One sender may
 * count orders and products each from one, so an id is the address's own.
 */
export async function deliveryOf(request: Request, body: Uint8Array): Promise<string> {
  const { pathname } = new URL(request.url);
  const shopify = request.headers.get('x-shopify-webhook-id');
  if (shopify) return `shopify ${await sha256(`${pathname} ${shopify}`)}`;
  const named = request.headers.get('x-front-desk-delivery');
  if (named) return `id ${await sha256(`${pathname} ${named}`)}`;
  const topic = request.headers.get('x-shopify-topic') ?? '';
  return `content ${await sha256(`${pathname} ${topic} ${await sha256(body)}`)}`;
}

/** When Shopify noticed what it tells; in nanoseconds on the wire. */
export function triggeredAt(request: Request): string | undefined {
  const { success, data } = InstantInput.safeParse(request.headers.get('x-shopify-triggered-at'));
  return success ? data : undefined;
}
