import type { MoneyNews } from '../ports.ts';

/** News as the sandbox posts them, its signature among the headers. */
export interface SandboxDelivery {
  headers: Record<string, string>;
  body: string;
}

const TOLERANCE = 5 * 60;
const utf8 = new TextEncoder();

const keyOf = (secret: string): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', utf8.encode(secret), { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
    'verify',
  ]);

export async function signedNews(
  secret: string,
  now: Date,
  news: MoneyNews,
): Promise<SandboxDelivery> {
  const at = Math.floor(now.getTime() / 1000);
  const body = JSON.stringify(news);
  const text = utf8.encode(`${at}.${body}`);
  const mac = new Uint8Array(await crypto.subtle.sign('HMAC', await keyOf(secret), text));
  const hex = Array.from(mac, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return {
    headers: { 'Content-Type': 'application/json', 'Sandbox-Signature': `t=${at},v1=${hex}` },
    body,
  };
}

/** Undefined when the sandbox has not signed it, or not lately. */
export async function readNews(
  secret: string,
  now: Date,
  request: Request,
  bytes: Uint8Array,
): Promise<MoneyNews | undefined> {
  const given = /^t=(\d{1,12}),v1=((?:[0-9a-f]{2})+)$/.exec(
    request.headers.get('sandbox-signature') ?? '',
  );
  const [, at = '', hex = ''] = given ?? [];
  if (!given || Math.abs(now.getTime() / 1000 - Number(at)) > TOLERANCE) return undefined;
  const body = new TextDecoder().decode(bytes);
  const mac = Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16));
  const text = utf8.encode(`${at}.${body}`);
  // what it has signed it has written: no other shape comes that far
  return (await crypto.subtle.verify('HMAC', await keyOf(secret), mac, text))
    ? JSON.parse(body)
    : undefined;
}
