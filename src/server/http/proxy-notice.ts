import { BlockList, isIP } from 'node:net';
import type { Clock, Log } from '../../backend/ports.ts';

const HOUR = 3_600_000;

/**
 * Tells the log, once an hour, that somebody's X-Forwarded-For was not believed: behind a proxy that
 * nobody named, all shoppers share its limits. The address itself may be a shopper's: its kind is told.
 */
export function createProxyNotice(clock: Clock, log: Log): (peer: string) => void {
  let quietUntil = 0;
  return (peer) => {
    const now = clock().getTime();
    if (now < quietUntil) return;
    quietUntil = now + HOUR;
    log.info('forwarded_for_ignored', { peer: kindOf(peer), configure: 'trustedProxies' });
  };
}

const within = (ranges: readonly [ip: string, bits: number][]): BlockList => {
  const list = new BlockList();
  for (const [ip, bits] of ranges) list.addSubnet(ip, bits, isIP(ip) === 6 ? 'ipv6' : 'ipv4');
  return list;
};
const loopback = within([
  ['127.0.0.0', 8],
  ['::1', 128],
]);
const privately = within([
  ['10.0.0.0', 8],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['fc00::', 7],
  ['fe80::', 10],
]);

function kindOf(peer: string): 'loopback' | 'private' | 'public' | 'unknown' {
  if (!isIP(peer)) return 'unknown';
  const family = isIP(peer) === 6 ? 'ipv6' : 'ipv4';
  if (loopback.check(peer, family)) return 'loopback';
  return privately.check(peer, family) ? 'private' : 'public';
}
