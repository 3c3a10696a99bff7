import type { InboxConversation, Shopper } from '../../contract/inbox.ts';
import type { CustomerRecord, InboxEntry } from '../ports.ts';
import { conversationTold } from './conversation-views.ts';

/** A conversation as the shop's people see it. */
export function inboxTold(entry: InboxEntry): InboxConversation {
  const { unread: _, ...told } = conversationTold(entry);
  const { unseen, tags, priority, assignee, askedAt, dueAt, snoozedUntil, mentioned } = entry;
  return {
    ...{ ...told, with: shopperIn(entry), unseen, tags, priority },
    ...(assignee !== undefined && { assignee }),
    ...(askedAt !== undefined && { askedAt }),
    ...(dueAt !== undefined && { dueAt }),
    ...(snoozedUntil !== undefined && { snoozedUntil }),
    ...(mentioned && { mentioned }),
  };
}

function shopperIn({ owner, firstName = '', lastName = '', email, mailTo }: InboxEntry): Shopper {
  const name = `${firstName} ${lastName}`.trim();
  const address = email ?? mailTo;
  return {
    ...('customer' in owner && { id: owner.customer }),
    ...(name && { name }),
    ...(address !== undefined && { email: address }),
  };
}

export function shopperOf({
  id,
  firstName,
  lastName,
  email,
}: CustomerRecord): Shopper & { id: string } {
  const name = `${firstName} ${lastName}`.trim();
  return { id, ...(name && { name }), ...(email !== undefined && { email }) };
}
