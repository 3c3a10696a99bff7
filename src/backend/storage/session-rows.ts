import type { ConversationOwner, SessionRecord, SessionTrace } from '../ports.ts';
import type { SessionsTable } from './identity-tables.ts';

/** A session as it is stored: each kind has columns that the others leave empty. */
export const sessionRow = (
  session: SessionRecord,
  trace: Omit<SessionTrace, 'id'>,
): SessionsTable => ({
  id: session.id,
  shop_id: session.shop,
  kind: session.kind,
  ends_at: session.endsAt,
  browser: trace.browser ?? null,
  system: trace.system ?? null,
  started_at: trace.startedAt ?? null,
  seen_at: trace.startedAt ?? null,
  subject: (session.kind === 'customer' && session.subject) || null,
  ...{ customer_id: null, verified_at: null, order_id: null, order_number: null },
  proven_email: null,
  ...(session.kind === 'guest' && {
    order_id: session.order.id,
    order_number: session.order.number,
  }),
  ...(session.kind === 'customer' && {
    customer_id: session.customer,
    verified_at: session.verifiedAt,
    proven_email: session.provenEmail ?? null,
  }),
});

export function sessionOf(row: SessionsTable): SessionRecord {
  const base = { id: row.id, shop: row.shop_id, endsAt: row.ends_at };
  if (row.kind === 'visitor') return { ...base, kind: 'visitor' };
  return row.kind === 'guest'
    ? { ...base, kind: 'guest', order: { id: row.order_id!, number: row.order_number! } }
    : {
        ...{ ...base, kind: 'customer', customer: row.customer_id!, verifiedAt: row.verified_at! },
        ...(row.subject !== null && { subject: row.subject }),
        ...(row.proven_email !== null && { provenEmail: row.proven_email }),
      };
}

/** Whose what is written and sent in it is. */
export const ownerOf = (session: SessionRecord): ConversationOwner =>
  session.kind === 'customer' ? { customer: session.customer } : { session: session.id };
