/**
 * Whether a request was made on this machine, straight to us. A proxy or a tunnel would hand the
 * mailbox to the world: each leaves a trace in the headers, or asks for its own host.
 */
export function isLocal(request: Request, peer: string): boolean {
  return onLoopback(peer) && isOurs(hostOf(request)) && !wasForwarded(request.headers);
}

const onLoopback = (peer: string): boolean => peer === '::1' || peer.startsWith('127.');

const hostOf = (request: Request): string =>
  request.headers.get('Host') ?? new URL(request.url).host;

const isOurs = (host: string): boolean => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host);

const traces =
  /^(forwarded|via|x-forwarded(-.+)?|x-real-ip|x-client-ip|x-original-.+|client-ip|true-client-ip|cf-.+|fly-.+|x-envoy-.+|x-amzn-.+|ngrok-.+)$/;

const wasForwarded = (headers: Headers): boolean =>
  [...headers.keys()].some((name) => traces.test(name));
