import { BlockList, isIP } from 'node:net';

/** Not of the public internet, by IANA's registries of special-purpose addresses. */
const special4 = [
  ...['0.0.0.0/8', '10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16'],
  ...['172.16.0.0/12', '192.0.0.0/24', '192.0.2.0/24', '192.168.0.0/16', '198.18.0.0/15'],
  ...['198.51.100.0/24', '203.0.113.0/24', '224.0.0.0/4', '240.0.0.0/4'],
];
/** All that is given out; and how networks without IPv4 reach it. */
const public6 = ['2000::/3', '64:ff9b::/96'];
/** Teredo, examples, and 6to4, which may lead to a private IPv4 address. */
const special6 = ['2001::/32', '2001:db8::/32', '2002::/16'];

const listOf = (ranges: readonly string[], family: 'ipv4' | 'ipv6'): BlockList => {
  const list = new BlockList();
  for (const range of ranges) {
    const [network = '', bits = ''] = range.split('/');
    list.addSubnet(network, Number(bits), family);
  }
  return list;
};

const excluded4 = listOf(special4, 'ipv4');
const included6 = listOf(public6, 'ipv6');
const excluded6 = listOf(special6, 'ipv6');

/** Whether an address can be somebody's on the internet, rather than on this machine or its network. */
export function isPublicAddress(address: string): boolean {
  if (isIP(address) === 4) return !excluded4.check(address, 'ipv4');
  if (isIP(address) !== 6) return false;
  return included6.check(address, 'ipv6') && !excluded6.check(address, 'ipv6');
}
