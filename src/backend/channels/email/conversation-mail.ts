import type { NewMessage } from '../../../domain/conversations/conversations.ts';
import type { Mail, Shop } from '../../ports.ts';
import { footOf } from './foot.ts';
import { wordsFor } from './language.ts';
import { bigLink, letterHtml, paragraph } from './letter.ts';
import { escaped, filled, isolated } from './markup.ts';
import { momentIn } from './times.ts';
import type { ConversationWords } from './words/words.ts';

const SHOWN = { dateStyle: 'medium', timeStyle: 'short' } as const;

/** What a mail of a conversation brings. */
export interface Conversed {
  kind: 'answered' | 'transcript';
  messages: readonly NewMessage[];
  /** Where it goes on. */
  link: string;
  /** As Accept-Language has it. */
  language: string | null;
}

/**
 * Brings what was said: answers nobody has seen, or all of it. Text only, whoever wrote it: files are
 * named, and seen in the panel by whose they are.
 */
export function conversationMail(
  shop: Shop,
  to: string,
  { kind, messages, link, language: wanted }: Conversed,
): Mail {
  const { language, words: common } = wordsFor(wanted);
  const words = common.conversations;
  const heading = filled(words[kind], { shop: shop.name });
  const why = kind === 'answered' ? words.why : words.whyTranscript;
  const within = (text: string) => isolated(text, common.direction === 'rtl');
  const said = messages
    .map((message) => ({
      who: `${within(writerOf(message, shop, words))}, ${within(momentIn(language, shop, new Date(message.at), SHOWN))}`,
      text: [
        message.text,
        ...filesOf(message, words),
        ...(message.cards ?? []).map(({ title }) => title),
      ]
        .filter(Boolean)
        .join('\n'),
    }))
    .filter(({ text }) => text !== '');
  const foot = footOf(shop, common);
  return {
    shop: shop.id,
    to,
    subject: heading,
    text: [
      ...[shop.name, heading, ...said.map(({ who, text }) => `${who}\n${text}`)],
      ...[`${words.goOn}: ${link}`, `${why}${foot.text}`, ''],
    ].join('\n\n'),
    html: letterHtml({
      shop,
      language,
      direction: common.direction,
      title: heading,
      preview: said[0]?.text.slice(0, 120) ?? '',
      heading,
      content: (look) =>
        [
          ...said.map(({ who, text }) =>
            paragraph(
              `<b>${escaped(who)}</b><span dir="auto" style="display:block;">${escaped(text).replaceAll('\n', '<br>')}</span>`,
              look,
            ),
          ),
          bigLink(link, words.goOn, look),
          paragraph(escaped(why), look, true),
        ].join('\n'),
      footer: [foot.html],
    }),
  };
}

const filesOf = (
  { photos = [], documents = [] }: NewMessage,
  { picture }: ConversationWords,
): string[] => [...photos.map(() => `[${picture}]`), ...documents.map(({ name }) => `[${name}]`)];

function writerOf({ from, name }: NewMessage, shop: Shop, words: ConversationWords): string {
  if (from === 'shopper') return words.you;
  return name ?? (from === 'assistant' ? words.assistant : shop.name);
}
