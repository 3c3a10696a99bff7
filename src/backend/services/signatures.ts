import type { Clock, Hmac, Shop } from '../ports.ts';
import { refuse, type Refusal } from './refusal.ts';
import { createHmac, hexOf, sameSecret } from './secrets.ts';

const TOLERANCE = 5 * 60;
const MOST_SIGNATURES = 5;

/** Told only to who has the secret, and would look for another fault in it. */
const notNow = refuse('signature_invalid', {
  errors: [
    {
      pointer: '/t',
      detail:
        'The secret is right, and t is more than five minutes from our clock. Sign when you send, ' +
        'in seconds since 1970; our time is in the Date header.',
    },
  ],
});

export interface Signatures {
  /** Undefined when the body is signed with the shop's secret for this sender, ours also lately. */
  check(
    shop: Shop,
    request: Request,
    body: Uint8Array,
    sender: 'own' | 'shopify',
  ): Promise<Refusal<'signature_invalid'> | undefined>;
}

/** Shopify's headers say how the body is written; whether it is Shopify's its signature says. */
export const isFromShopify = (request: Request): boolean =>
  request.headers.has('x-shopify-hmac-sha256') || request.headers.has('x-shopify-topic');

export function createSignatures(clock: Clock, makeHmac = createHmac): Signatures {
  // there are as many as shops have
  const hmacs = new Map<string, Hmac>();
  const hmacOf = (secret: string): Hmac => {
    const hmac = hmacs.get(secret) ?? makeHmac(secret);
    hmacs.set(secret, hmac);
    return hmac;
  };
  return {
    async check(shop, request, body, sender) {
      if (sender === 'own') return checkOwn(shop, request, body);
      return (await isShopifys(shop, request, body)) ? undefined : refuse('signature_invalid');
    },
  };

  async function checkOwn(shop: Shop, request: Request, body: Uint8Array) {
    const { at, signatures } = readSignature(request.headers.get('x-front-desk-signature') ?? '');
    if (!/^\d{1,15}$/.test(at)) return refuse('signature_invalid');
    const right = hexOf(await hmacOf(shop.webhookSecret)(signedText(at, body)));
    const isSigned =
      signatures.filter((given) => sameSecret(given.toLowerCase(), right)).length > 0;
    if (!isSigned) return refuse('signature_invalid');
    const age = Math.abs(clock().getTime() / 1000 - Number(at));
    return age > TOLERANCE ? notNow : undefined;
  }

  /**
   * Base64 of the HMAC of the body as it came. It has no date, and its topic is not signed: an old
   * delivery changes nothing, and a deletion looks like no other.
   */
  async function isShopifys({ shopify }: Shop, request: Request, body: Uint8Array) {
    if (!shopify) return false;
    const given = request.headers.get('x-shopify-hmac-sha256') ?? '';
    const right = await hmacOf(shopify.webhookSecret)(body);
    return sameSecret(given, btoa(String.fromCharCode(...right)));
  }
}

/** `t=SECONDS,v1=HEX`; while a secret is being changed a sender may give several v1. */
function readSignature(header: string): { at: string; signatures: string[] } {
  const parts = header.split(',').map((part) => part.trim());
  const valuesOf = (name: string) =>
    parts.filter((part) => part.startsWith(`${name}=`)).map((part) => part.slice(name.length + 1));
  return { at: valuesOf('t')[0] ?? '', signatures: valuesOf('v1').slice(0, MOST_SIGNATURES) };
}

/** What a signature is of. */
export function signedText(at: string, body: Uint8Array): Uint8Array {
  const head = new TextEncoder().encode(`${at}.`);
  const text = new Uint8Array(head.length + body.length);
  text.set(head);
  text.set(body, head.length);
  return text;
}
