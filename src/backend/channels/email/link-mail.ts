import type { Mail, Shop } from '../../ports.ts';
import { bigLink } from './letter.ts';
import { secretMail, type Asked } from './secret-mail.ts';

/** The mail that brings a link, to an address for which too many wrong codes were given. */
export function linkMail(shop: Shop, to: string, link: string, asked: Asked): Mail {
  return secretMail(shop, to, asked, (words) => ({
    subject: words.linkSubject,
    preview: words.linkPreview,
    heading: words.linkSubject,
    secret: link,
    what: words.linkWhat,
    askedAt: words.linkAskedAt,
    never: words.linkNever,
    shown: (look) => bigLink(link, words.linkButton, look),
  }));
}
