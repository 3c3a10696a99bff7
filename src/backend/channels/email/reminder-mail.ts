import type { Mail, Shop } from '../../ports.ts';
import { footOf } from './foot.ts';
import { wordsFor } from './language.ts';
import { letterHtml, paragraph } from './letter.ts';
import { escaped, filled } from './markup.ts';
import { momentIn } from './times.ts';

const DAY = { weekday: 'long', day: 'numeric', month: 'long' } as const;

/** What a reminder is about. */
export interface Reminded {
  /** Of the return and of its order, as printed. */
  number: string;
  order: string;
  /** Instant: by then it is sent, or what is sold out is chosen again. */
  until: string;
  /** What it was to be exchanged for is sold out. */
  soldOut: boolean;
  /** What is exchanged was sent first. */
  instant: boolean;
  /** As Accept-Language had it when the return was asked for. */
  language: string | null;
}

/** Reminds of a return that has not been sent, or tells that what it is exchanged for is sold out. */
export function reminderMail(
  shop: Shop,
  to: string,
  { number, order, until, soldOut, instant, language: wanted }: Reminded,
): Mail {
  const { language, words: common } = wordsFor(wanted);
  const words = common.reminders;
  const date = momentIn(language, shop, new Date(until), DAY);
  const heading = filled(soldOut ? words.soldOut : words.subject, { number, date });
  const notes = [
    soldOut
      ? `${filled(words.choose, { date })} ${words.paidBack}`
      : `${words.notSeen} ${instant ? words.held : words.ends}`,
    filled(words.how, { order }),
  ];
  const sent = soldOut ? [] : [words.sent];
  const foot = footOf(shop, common);
  return {
    shop: shop.id,
    to,
    subject: heading,
    text: `${[shop.name, heading, ...notes, ...sent].join('\n\n')}${foot.text}\n\n`,
    html: letterHtml({
      shop,
      language,
      direction: common.direction,
      title: heading,
      preview: notes[0] ?? '',
      heading,
      content: (look) =>
        [
          ...notes.map((note) => paragraph(escaped(note), look)),
          ...sent.map((note) => paragraph(escaped(note), look, true)),
        ].join('\n'),
      footer: [foot.html],
    }),
  };
}
