import type { Shop } from '../../ports.ts';
import { escaped, isolated } from './markup.ts';
import type { Words } from './words/words.ts';

/** The foot of a mail: the shop, and the link to its privacy page where it has one on the web. */
export function footOf(
  { name, links: { privacy } }: Shop,
  { direction, privacy: label }: Words,
): { text: string; html: string } {
  const shop = escaped(isolated(name, direction === 'rtl'));
  if (privacy === undefined || !/^https?:/.test(privacy)) return { text: '', html: shop };
  return {
    text: `\n${label}: ${privacy}`,
    html: `${shop} · <a class="quiet" href="${escaped(privacy)}" style="color:inherit;">${escaped(label)}</a>`,
  };
}
