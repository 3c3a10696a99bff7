import { BlockList, isIP } from 'node:net';
import type { ClientAddress } from '../../backend/ports.ts';

const REMEMBERED = 1000;

/** Who is calling: known of each request from the moment its connection handed it over. */
export interface Addresses {
  note(request: Request, peer: string | undefined): void;
  of: ClientAddress;
  /** The other end of the connection itself, whatever headers say. */
  peer(request: Request): string;
}

/**
 * @param trusted proxies whose X-Forwarded-For is believed: IPs or ranges
 * @param onIgnored called where one that nobody trusts has sent it
 */
export function createAddresses(
  trusted: readonly string[],
  onIgnored: (peer: string) => void = () => undefined,
): Addresses {
  const peers = new WeakMap<Request, string>();
  const isTrusted = trustOf(trusted);
  // A connection that is already gone has no address; nobody waits for the answer.
  const peerOf = (request: Request) => peers.get(request) ?? 'unknown';
  return {
    note(request, peer) {
      if (peer !== undefined) peers.set(request, plain(peer));
    },
    of(request) {
      const peer = peerOf(request);
      if (isTrusted(peer)) return forwarded(request, peer, isTrusted);
      if (request.headers.has('X-Forwarded-For')) onIgnored(peer);
      return peer;
    },
    peer: peerOf,
  };
}

/**
 * From the right, the first address that no trusted proxy has: what stands left of it is the
 * caller's own claim.
 */
function forwarded(request: Request, peer: string, isTrusted: (ip: string) => boolean): string {
  const told = (request.headers.get('X-Forwarded-For') ?? '').split(',').map((each) => each.trim());
  let address = peer;
  for (const each of told.toReversed()) {
    const next = plain(each);
    if (!isIP(next)) return address;
    address = next;
    if (!isTrusted(next)) return address;
  }
  return address;
}

/** Without brackets, port, zone and the IPv6 dress of IPv4. */
function plain(address: string): string {
  const bare = address
    .replace(/^\[([^\]]*)\](:\d+)?$/, '$1')
    .replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, '$1')
    .replace(/%.*$/, '');
  return /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(bare)?.[1] ?? bare;
}

/** A proxy asks again and again, and each look into the list makes an object outside the heap. */
function trustOf(trusted: readonly string[]): (ip: string) => boolean {
  const list = new BlockList();
  const family = (ip: string) => (isIP(ip) === 6 ? 'ipv6' : 'ipv4');
  for (const each of trusted) {
    const [ip = '', bits] = each.split('/');
    if (bits === undefined) list.addAddress(ip, family(ip));
    else list.addSubnet(ip, Number(bits), family(ip));
  }
  const known = new Map<string, boolean>();
  return (ip) => {
    let answer = known.get(ip);
    if (answer !== undefined) return answer;
    answer = isIP(ip) > 0 && list.check(ip, family(ip));
    if (known.size >= REMEMBERED) known.clear();
    known.set(ip, answer);
    return answer;
  };
}
