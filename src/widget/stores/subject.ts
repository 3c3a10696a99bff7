import type { Session } from '../../contract/session.ts';
import type { SessionState } from './session.ts';

/** Whose data it is; undefined while it is nobody's. */
export function subjectOf(session: SessionState | Session): string | undefined {
  if (session.kind === 'customer') return session.customer.id;
  if (session.kind === 'visitor' || ('visitor' in session && session.visitor)) return 'visitor';
  return session.kind === 'guest' ? `order ${session.order.id}` : undefined;
}
