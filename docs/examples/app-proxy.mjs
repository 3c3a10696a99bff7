// Shopify: the endpoint behind an app proxy, as in /apps/front-desk/identity. Shopify itself says
// who is signed in: it adds logged_in_customer_id to the request and signs all of it. It does not say
// since when, so the token has no auth_time: orders are open at once, and a change asks for a code.
// Besides what identity.mjs wants: SHOPIFY_API_SECRET, the app's client secret.
import { createHmac, timingSafeEqual } from 'node:crypto';
import { frontDeskToken } from './identity.mjs';

/** A fetch handler: give it to whatever serves your app. */
export function answerIdentity(request) {
  const { searchParams } = new URL(request.url);
  const headers = { 'Cache-Control': 'no-store', 'Content-Type': 'text/plain' };
  if (!isFromShopify(searchParams)) return new Response(null, { status: 403, headers });
  const id = searchParams.get('logged_in_customer_id');
  // nobody is signed in
  if (!id) return new Response(null, { status: 204, headers });
  return new Response(frontDeskToken({ id }), { headers });
}

/** https://shopify.dev/docs/apps/build/online-store/app-proxies/authenticate-app-proxies */
function isFromShopify(query) {
  const signature = query.get('signature') ?? '';
  const names = [...new Set(query.keys())].filter((name) => name !== 'signature').sort();
  const text = names.map((name) => `${name}=${query.getAll(name).join(',')}`).join('');
  const wanted = createHmac('sha256', process.env.SHOPIFY_API_SECRET).update(text).digest('hex');
  const age = Math.abs(Date.now() / 1000 - Number(query.get('timestamp')));
  return (
    signature.length === wanted.length &&
    timingSafeEqual(Buffer.from(signature), Buffer.from(wanted)) &&
    age < 300
  );
}
