import type { Shop } from '../../ports.ts';
import { escaped } from './markup.ts';

/** The link to a shop's privacy page, where it has one on the web: for the foot of a mail. */
export function privacyLink({ links }: Shop, label: string): { text: string; html: string } {
  const { privacy } = links;
  if (privacy === undefined || !/^https?:/.test(privacy)) return { text: '', html: '' };
  return {
    text: `\n${label}: ${privacy}`,
    html: ` · <a class="quiet" href="${escaped(privacy)}" style="color:inherit;">${escaped(label)}</a>`,
  };
}
