import type { Mail, Shop } from '../../ports.ts';
import { footOf } from './foot.ts';
import { wordsFor } from './language.ts';
import { letterHtml, paragraph, type Look } from './letter.ts';
import { escaped, filled } from './markup.ts';
import { momentIn } from './times.ts';
import type { Words } from './words/words.ts';

/** Who asked, and when; of the asker no more than the language gets into a mail. */
export interface Asked {
  at: Date;
  language: string | null;
}

/** What one kind of mail says, in the reader's language. */
interface Said {
  subject: string;
  preview: string;
  heading: string;
  /** What it brings: a code, a link. */
  secret: string;
  what: string;
  askedAt: string;
  never: string;
  /** The secret as HTML. */
  shown(look: Look): string;
}

/**
 * A mail that brings a secret. Nothing in it was written by whoever asked for it: the address may
 * be somebody else's.
 */
export function secretMail(
  shop: Shop,
  to: string,
  { at, language: wanted }: Asked,
  say: (words: Words) => Said,
): Mail {
  const { language, words } = wordsFor(wanted);
  const said = say(words);
  const time = momentIn(language, shop, at, { timeStyle: 'short' });
  const askedAt = filled(said.askedAt, { time });
  const foot = footOf(shop, words);
  return {
    shop: shop.id,
    to,
    subject: said.subject,
    text: [
      shop.name,
      said.heading,
      said.secret,
      said.what,
      askedAt,
      said.never + foot.text,
      '',
    ].join('\n\n'),
    html: letterHtml({
      shop,
      language,
      direction: words.direction,
      title: said.subject,
      preview: said.preview,
      heading: said.heading,
      content: (look) =>
        [
          paragraph(escaped(said.what), look),
          said.shown(look),
          paragraph(escaped(askedAt), look, true),
        ].join('\n'),
      footer: [escaped(said.never), foot.html],
    }),
  };
}
