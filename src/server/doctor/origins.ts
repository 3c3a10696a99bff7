import type { ShopConfig } from '../config/shop-schema.ts';
import { findingsOf, type Finding } from './finding.ts';

const { ok, note, warning, broken } = findingsOf('origins');

/** Names that no shopper's browser ever reaches (RFC 2606, 6761, 6762). */
const reserved = /(^|\.)(example|test|invalid|local|internal|localdomain)$/;
const here = /^(localhost|.+\.localhost|127\.0\.0\.1|\[::1\])$/;

/** Whether shoppers can be where each shop says its pages are. The config has checked their form. */
export function examineOrigins(shops: readonly Pick<ShopConfig, 'id' | 'origins'>[]): Finding[] {
  return shops.flatMap(({ id, origins }) => {
    const findings = origins.flatMap((origin) => examine(id, origin, origins));
    const isPublic = (origin: string) => !here.test(new URL(origin).hostname);
    if (!origins.some(isPublic))
      findings.push(
        broken(
          `No page of ${id} is on the web: all its origins are this machine's.`,
          'Add the shop’s address to origins, as in https://shop.example.',
        ),
      );
    return findings.some(({ level }) => level === 'broken' || level === 'warning')
      ? findings
      : [ok(`The pages of ${id} are reached by https.`), ...findings];
  });
}

function examine(shop: string, origin: string, all: readonly string[]): Finding[] {
  const { hostname, protocol, host } = new URL(origin);
  if (here.test(hostname))
    return [
      note(
        `${origin} of ${shop} is this machine.`,
        'Take it out before shoppers come, unless you develop on it.',
      ),
    ];
  if (reserved.test(hostname) || !hostname.includes('.'))
    return [
      warning(
        `${origin} of ${shop} is no name on the web.`,
        'Write the address that stands in the browser when a shopper is in the shop.',
      ),
    ];
  const twin = host.startsWith('www.') ? host.slice(4) : `www.${host}`;
  const isRoot = hostname.replace(/^www\./, '').split('.').length === 2;
  if (!isRoot || all.includes(`${protocol}//${twin}`)) return [];
  return [
    note(
      `${protocol}//${twin} is not an origin of ${shop}.`,
      `Add it if the shop answers there as well; an origin is exact, and ${origin} is another.`,
    ),
  ];
}
