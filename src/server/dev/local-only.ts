/**
 * Whether a request was made on this machine, straight to us. A proxy or a tunnel would hand the
 * mailbox to the world: each leaves a trace in the headers, or asks for its own host.
 */
export function isLocal(request: Request, peer: string): boolean {
  return onLoopback(peer) && hostsOf(request).every(isOurs) && !wasForwarded(request.headers);
}

const onLoopback = (peer: string): boolean => peer === '::1' || peer.startsWith('127.');

/** A proxy's way of asking names a host in the address as well. */
const hostsOf = (request: Request): string[] => {
  const { host } = new URL(request.url);
  return [host, request.headers.get('Host') ?? host];
};

const isOurs = (host: string): boolean => /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i.test(host);

const traces =
  /^(forwarded|via|x-forwarded(-.+)?|x-real-ip|x-client-ip|x-original-.+|client-ip|true-client-ip|cf-.+|fly-.+|x-envoy-.+|x-amzn-.+|ngrok-.+)$/;

const wasForwarded = (headers: Headers): boolean =>
  [...headers.keys()].some((name) => traces.test(name));
