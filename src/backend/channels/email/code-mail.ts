import type { Mail, Shop } from '../../ports.ts';
import { wordsFor } from './language.ts';
import { bigCode, letterHtml, paragraph } from './letter.ts';
import { escaped, filled } from './markup.ts';

const RADIUS = 14;

/**
 * The mail that brings a code. Nothing in it was written by whoever asked for it: the address may
 * be somebody else's.
 */
export function codeMail(
  shop: Shop,
  to: string,
  code: string,
  asked: { at: Date; language: string | null },
): Mail {
  const { language, words } = wordsFor(asked.language);
  const time = new Intl.DateTimeFormat(language, {
    timeZone: shop.timeZone,
    timeStyle: 'short',
  }).format(asked.at);
  const spaced = `${code.slice(0, 3)} ${code.slice(3)}`;
  const askedAt = filled(words.askedAt, { time });
  const { privacy } = shop.links;
  const radius = shop.brand?.radius ?? RADIUS;
  const isWeb = privacy !== undefined && /^https?:/.test(privacy);
  return {
    shop: shop.id,
    to,
    subject: filled(words.subject, { code: spaced }),
    text: [
      shop.name,
      words.heading,
      code,
      words.what,
      askedAt,
      [words.never, isWeb ? `${words.privacy}: ${privacy}` : ''].filter(Boolean).join('\n'),
      '',
    ].join('\n\n'),
    html: letterHtml({
      language,
      direction: words.direction,
      accent: shop.brand?.accent,
      radius,
      title: filled(words.subject, { code: spaced }),
      preview: words.preview,
      brand: shop.name,
      heading: words.heading,
      content: (colours) =>
        [
          paragraph(escaped(words.what), colours),
          bigCode(code, radius, colours),
          paragraph(escaped(askedAt), colours, true),
        ].join('\n'),
      footer: [
        escaped(words.never),
        escaped(shop.name) +
          (isWeb
            ? ` · <a class="quiet" href="${escaped(privacy)}" style="color:inherit;">${escaped(words.privacy)}</a>`
            : ''),
      ],
    }),
  };
}
