import { lookup as systemLookup } from 'node:dns';
import { once } from 'node:events';
import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { Readable } from 'node:stream';
import type { WebhookFetch } from '../../backend/ports.ts';
import { PrivateAddress } from '../../backend/services/posted-webhooks.ts';
import { isPublicAddress } from './public-addresses.ts';

/**
 * A fetch that connects to public addresses alone. The address is looked at when it is connected
 * to, so a name that says another one the second time gains nothing. Follows no redirect.
 */
export function createPublicFetch(
  isPublic: (address: string) => boolean = isPublicAddress,
  resolve: typeof systemLookup = systemLookup,
): WebhookFetch {
  const lookup = publicLookup(isPublic, resolve);
  const agents = {
    http: new HttpAgent({ keepAlive: true }),
    https: new HttpsAgent({ keepAlive: true }),
  };
  return async (url, { method, headers, body, signal }) => {
    const { protocol, hostname } = new URL(url);
    const host = hostname.replace(/^\[|\]$/g, '');
    // an address is not looked up
    if (isIP(host) && !isPublic(host)) throw new PrivateAddress();
    const options = {
      ...{ method, lookup, signal },
      headers: { ...headers, 'Content-Length': body.length },
    };
    const request =
      protocol === 'https:'
        ? httpsRequest(url, { ...options, agent: agents.https })
        : httpRequest(url, { ...options, agent: agents.http });
    request.end(body);
    const [answer] = (await once(request, 'response')) as [IncomingMessage];
    // from here on a broken line shows in the answer
    request.on('error', () => undefined);
    return responseOf(answer);
  };
}

/** Names none of whose addresses is private; of one that has both, none is taken. */
const publicLookup =
  (isPublic: (address: string) => boolean, resolve: typeof systemLookup): LookupFunction =>
  (hostname, options, done) =>
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      const [first] = addresses ?? [];
      if (error ?? !first) done(error ?? new Error('The name has no address'), []);
      else if (!addresses.every(({ address }) => isPublic(address))) done(new PrivateAddress(), []);
      else if (options.all) done(null, addresses);
      else done(null, first.address, first.family);
    });

const WITHOUT_BODY = [204, 205, 304];

function responseOf(answer: IncomingMessage): Response {
  const status = answer.statusCode ?? 0;
  const retryAfter = answer.headers['retry-after'];
  const headers = retryAfter === undefined ? {} : { 'Retry-After': retryAfter };
  if (!WITHOUT_BODY.includes(status))
    return new Response(Readable.toWeb(answer) as ReadableStream, { status, headers });
  answer.resume();
  return new Response(null, { status, headers });
}
