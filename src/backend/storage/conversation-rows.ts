import type { ExpressionBuilder, Kysely } from 'kysely';
import { priorities } from '../../contract/priorities.ts';
import type { SentDocument } from '../../contract/uploads.ts';
import type { ConversationRecord, NewMessage } from '../../domain/conversations/conversations.ts';
import { documentName } from '../../domain/uploads/names.ts';
import type { ConversationOwner, ConversationView, StoredConversation } from '../ports.ts';
import type { ConversationsTable, MessagesTable } from './conversation-tables.ts';
import type { Database } from './schema.ts';

/** Conversations as they are shown, to be narrowed down. */
export const conversationViews = (db: Kysely<Database>) =>
  db
    .selectFrom('conversations')
    .leftJoin('messages as newest', (join) =>
      join
        .onRef('newest.shop_id', '=', 'conversations.shop_id')
        .onRef('newest.conversation_id', '=', 'conversations.id')
        .onRef('newest.sequence', '=', 'conversations.last'),
    )
    .selectAll('conversations')
    .select([
      ...(['newest.sequence', 'newest.client', 'newest.sender', 'newest.name'] as const),
      ...(['newest.at', 'newest.text', 'newest.photos', 'newest.documents'] as const),
      ...(['newest.cards', 'newest.choices', 'newest.event'] as const),
      'newest.asked_at as waited_since',
    ])
    .select(unreadOf);

/** How much of others its shopper has not seen. */
export const unreadOf = (it: ExpressionBuilder<Database, 'conversations'>) =>
  it
    .selectFrom('messages')
    .select(({ fn }) => fn.countAll<number | string>().as('count'))
    .whereRef('messages.shop_id', '=', 'conversations.shop_id')
    .whereRef('messages.conversation_id', '=', 'conversations.id')
    .whereRef('messages.sequence', '>', 'conversations.shopper_seen')
    .where('messages.sender', '<>', 'shopper')
    .as('unread');

type ViewRow = Awaited<ReturnType<ReturnType<typeof conversationViews>['execute']>>[number];

export function viewOf(row: ViewRow): ConversationView {
  const { sequence, client, sender, name, at, text, photos, documents, event, waited_since } = row;
  const { cards, choices } = row;
  const isWritten = sequence !== null && sender !== null && at !== null && text !== null;
  return {
    ...conversationOf(row),
    unread: Number(row.unread),
    ...(isWritten && {
      preview: messageOf({
        ...{ sequence, client, sender, name, at, text, photos, documents, event },
        ...{ cards, choices },
        asked_at: waited_since,
      }),
    }),
  };
}

export const conversationOf = (row: ConversationsTable): StoredConversation => ({
  shop: row.shop_id,
  id: row.id,
  owner:
    row.customer_id === null ? { session: row.session_id ?? '' } : { customer: row.customer_id },
  state: row.state,
  createdAt: row.created_at,
  changedAt: row.changed_at,
  last: row.last,
  marks: {
    shopper: { delivered: row.shopper_delivered, seen: row.shopper_seen },
    shop: { delivered: row.shop_delivered, seen: row.shop_seen },
  },
  priority: priorities[row.priority] ?? 'normal',
  ...(row.assignee_id !== null && { assignee: row.assignee_id }),
  ...(row.snoozed_until !== null && { snoozedUntil: row.snoozed_until }),
  ...(row.asked_at !== null && { askedAt: row.asked_at }),
  ...(row.due_at !== null && { dueAt: row.due_at }),
  ...(row.staff !== null && { staff: row.staff }),
  ...(row.rating !== null && { rating: row.rating }),
  ...(row.mail_to !== null && { mailTo: row.mail_to }),
  ...(row.mail_at !== null && { mailAt: row.mail_at }),
});

/** What of a row follows its record. */
export const recordRow = (record: ConversationRecord) => ({
  state: record.state,
  snoozed_until: record.snoozedUntil ?? null,
  changed_at: record.changedAt,
  last: record.last,
  asked_at: record.askedAt ?? null,
  due_at: record.dueAt ?? null,
  staff: record.staff ?? null,
  shopper_delivered: record.marks.shopper.delivered,
  shopper_seen: record.marks.shopper.seen,
  shop_delivered: record.marks.shop.delivered,
  shop_seen: record.marks.shop.seen,
  rating: record.rating ?? null,
  mail_to: record.mailTo ?? null,
  mail_at: record.mailAt ?? null,
  assignee_id: record.assignee ?? null,
  priority: priorities.indexOf(record.priority),
});

export const ownerRow = (owner: ConversationOwner) => ({
  customer_id: 'customer' in owner ? owner.customer : null,
  session_id: 'session' in owner ? owner.session : null,
});

type Files = Pick<NewMessage, 'photos' | 'documents'>;

/** What a message or a note names. */
export const filesRow = ({ photos = [], documents = [] }: Files) => ({
  photos: photos.length ? JSON.stringify(photos) : null,
  documents: documents.length ? JSON.stringify(documents) : null,
});

export const filesOf = ({ photos, documents }: Pick<MessagesTable, keyof Files>): Files => ({
  ...(photos !== null && { photos: JSON.parse(photos) }),
  ...(documents !== null && { documents: JSON.parse(documents).map(documentOf) }),
});

/** Before a document had a name it was its id alone. */
const documentOf = (kept: string | SentDocument): SentDocument =>
  typeof kept === 'string' ? { id: kept, name: documentName() } : kept;

export const messageOf = (row: Omit<MessagesTable, 'shop_id' | 'conversation_id'>): NewMessage => ({
  sequence: row.sequence,
  from: row.sender,
  at: row.at,
  text: row.text,
  ...(row.client !== null && { client: row.client }),
  ...(row.name !== null && { name: row.name }),
  ...filesOf(row),
  ...(row.cards !== null && { cards: JSON.parse(row.cards) }),
  ...(row.choices !== null && { choices: JSON.parse(row.choices) }),
  ...(row.event !== null && { event: row.event }),
  ...(row.asked_at !== null && { askedAt: row.asked_at }),
});

export const messageRow = (shop: string, conversation: string, message: NewMessage) => ({
  ...{ shop_id: shop, conversation_id: conversation, sequence: message.sequence },
  ...{ sender: message.from, at: message.at, text: message.text },
  client: message.client ?? null,
  name: message.name ?? null,
  ...filesRow(message),
  cards: message.cards?.length ? JSON.stringify(message.cards) : null,
  choices: message.choices?.length ? JSON.stringify(message.choices) : null,
  event: message.event ?? null,
  asked_at: message.askedAt ?? null,
});
