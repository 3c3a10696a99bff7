import type { ConversationState, Participant } from '../../contract/conversations.ts';
import type { Classification } from './schema.ts';

/** What shoppers and the shop's people write to each other. */
export interface ConversationTables {
  conversations: ConversationsTable;
  messages: MessagesTable;
  conversation_tags: ConversationTagsTable;
  conversation_notes: ConversationNotesTable;
  conversation_mentions: ConversationMentionsTable;
}

export interface ConversationsTable {
  shop_id: string;
  id: string;
  /** Whose it is: one of the two. */
  customer_id: string | null;
  session_id: string | null;
  state: ConversationState;
  snoozed_until: string | null;
  created_at: string;
  changed_at: string;
  /** Sequence of the newest message. */
  last: number;
  asked_at: string | null;
  due_at: string | null;
  staff: string | null;
  shopper_delivered: number;
  shopper_seen: number;
  shop_delivered: number;
  shop_seen: number;
  rating: number | null;
  rating_note: string | null;
  mail_to: string | null;
  mail_at: string | null;
  /** All up to here have been mailed. */
  mailed: number;
  /** As Accept-Language had it when mail was wished for. */
  language: string | null;
  assignee_id: string | null;
  /** Place in the contract's list: greater is more urgent. */
  priority: number;
}

/** Goes with its conversation. */
export interface MessagesTable {
  shop_id: string;
  conversation_id: string;
  sequence: number;
  client: string | null;
  sender: Participant;
  name: string | null;
  at: string;
  text: string;
  /** Ids of uploads, as JSON; of documents with what they are called and how large they are. */
  photos: string | null;
  documents: string | null;
  /** As the contract has them, as JSON. */
  cards: string | null;
  choices: string | null;
  event: 'joined' | 'closed' | null;
  /** Of an answer: since when it was waited for. */
  asked_at: string | null;
}

/** Goes with its conversation. */
export interface ConversationTagsTable {
  shop_id: string;
  conversation_id: string;
  tag: string;
}

/** What the shop's people tell one another. Goes with its conversation. */
export interface ConversationNotesTable {
  shop_id: string;
  conversation_id: string;
  id: string;
  after: number;
  at: string;
  by_name: string;
  text: string;
  /** As of a message. */
  photos: string | null;
  documents: string | null;
}

/** Whom a note names. Goes with its conversation. */
export interface ConversationMentionsTable {
  shop_id: string;
  conversation_id: string;
  note_id: string;
  staff_id: string;
  /** 1 once they have seen it. */
  seen: number;
}

export const conversationColumns: Classification<ConversationTables> = {
  conversations: {
    ...{ shop_id: 'none', id: 'none', customer_id: 'personal', session_id: 'personal' },
    ...{ state: 'personal', snoozed_until: 'personal', created_at: 'personal' },
    ...{ changed_at: 'personal', last: 'personal', asked_at: 'personal', due_at: 'personal' },
    staff: 'personal',
    ...{ shopper_delivered: 'personal', shopper_seen: 'personal' },
    ...{ shop_delivered: 'personal', shop_seen: 'personal' },
    ...{ rating: 'personal', rating_note: 'personal', mail_to: 'personal', mail_at: 'personal' },
    ...{ mailed: 'personal', language: 'personal', assignee_id: 'personal', priority: 'none' },
  },
  messages: {
    ...{ shop_id: 'none', conversation_id: 'none', sequence: 'personal', client: 'none' },
    ...{ sender: 'personal', name: 'personal', at: 'personal', text: 'personal' },
    ...{ photos: 'personal', documents: 'personal', event: 'personal', asked_at: 'personal' },
    ...{ cards: 'personal', choices: 'none' },
  },
  conversation_tags: { shop_id: 'none', conversation_id: 'none', tag: 'personal' },
  conversation_notes: {
    ...{ shop_id: 'none', conversation_id: 'none', id: 'none', after: 'none', at: 'personal' },
    ...{ by_name: 'personal', text: 'personal', photos: 'personal', documents: 'personal' },
  },
  conversation_mentions: {
    ...{ shop_id: 'none', conversation_id: 'none', note_id: 'none', staff_id: 'personal' },
    seen: 'personal',
  },
};
