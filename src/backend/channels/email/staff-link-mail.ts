import type { Mail, Shop } from '../../ports.ts';
import { bigLink } from './letter.ts';
import { secretMail, type Asked } from './secret-mail.ts';

/** The mail by which somebody of the shop signs in to the console. */
export function staffLinkMail(shop: Shop, to: string, link: string, asked: Asked): Mail {
  return secretMail(shop, to, asked, (words) => ({
    subject: words.linkSubject,
    preview: words.linkPreview,
    heading: words.linkSubject,
    secret: link,
    what: words.staffWhat,
    askedAt: words.linkAskedAt,
    never: words.linkNever,
    shown: (look) => bigLink(link, words.linkButton, look),
  }));
}
