import type { ConversationView } from '../../backend/ports.ts';
import type { NewMessage } from '../../domain/conversations/conversations.ts';
import type { Shown } from '../admin/conversation-questions.ts';
import { minute, tableOf } from './settling-tables.ts';

const MOST_PREVIEW = 60;

export const conversationsTable = (conversations: readonly ConversationView[]): string =>
  tableOf([
    ['ID', 'STATE', 'SINCE', 'WITH', 'NEWEST'],
    ...conversations.map(({ id, state, changedAt, preview, ...each }) => [
      ...[id, state, minute(changedAt), ownerOf(each)],
      preview ? `${preview.from}: ${oneLine(preview.text || (preview.event ?? '(pictures)'))}` : '',
    ]),
  ]);

export const conversationSheet = ({ conversation, messages }: Shown): string =>
  [
    tableOf([
      ['conversation', conversation.id],
      ['state', conversation.state],
      ['with', ownerOf(conversation)],
      ...(conversation.rating === undefined ? [] : [['rating', `${conversation.rating} of 5`]]),
    ]),
    ...messages.map(said),
  ].join('\n\n');

const said = ({
  at,
  from,
  name,
  text,
  photos = [],
  documents = [],
  cards = [],
  event,
}: NewMessage): string =>
  [
    `${minute(at)}  ${name ?? from}${event ? ` ${event}` : ''}`,
    ...(text ? [text] : []),
    ...photos.map((id) => `picture ${id}`),
    ...documents.map(({ id, name }) => `document ${id} (${name})`),
    ...cards.map(({ kind, title }) => `${kind} ${title}`),
  ].join('\n');

const ownerOf = ({ owner }: Pick<ConversationView, 'owner'>): string =>
  'customer' in owner ? owner.customer : 'nobody known';

const oneLine = (text: string): string => {
  const line = text.replace(/\s+/g, ' ');
  return line.length > MOST_PREVIEW ? `${line.slice(0, MOST_PREVIEW - 1)}…` : line;
};
