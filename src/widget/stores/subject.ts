import type { SessionState } from './session.ts';

/** Whose data it is; undefined while it is nobody's. */
export function subjectOf(session: SessionState): string | undefined {
  if (session.kind === 'customer') return session.customer.id;
  return session.kind === 'guest' ? `order ${session.order.id}` : undefined;
}
