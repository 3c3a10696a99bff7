import type { Mail, Shop } from '../../ports.ts';
import { bigCode } from './letter.ts';
import { filled } from './markup.ts';
import { secretMail, type Asked } from './secret-mail.ts';

/** The mail that brings a code. */
export function codeMail(shop: Shop, to: string, code: string, asked: Asked): Mail {
  const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
  return secretMail(shop, to, asked, (words) => ({
    subject: filled(words.subject, { code: spaced }),
    preview: words.preview,
    heading: words.heading,
    secret: code,
    what: words.what,
    askedAt: words.askedAt,
    never: words.never,
    shown: (look) => bigCode(code, look),
  }));
}
