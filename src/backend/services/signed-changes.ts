import type { StaffAction } from '../../contract/staff.ts';
import type { StaffWhy } from '../../contract/staff-orders.ts';
import type { Change } from '../../domain/changes/changes.ts';
import type { OrderRecord } from '../../domain/orders/orders.ts';
import type { AuditRecord, Shop } from '../ports.ts';
import type { Wish } from '../ports/changes.ts';
import { auditEntry } from './audit.ts';
import type { Changer } from './decided-changes.ts';

const acts = {
  ...{ cancellation: 'order_cancelled', edit: 'order_edited', return: 'return_made' },
  ...{ report: 'order_edited', return_cancellation: 'order_edited' },
} as const satisfies Record<Change['kind'], StaffAction>;

/** Who it is by; what somebody of the shop does is in the audit log with it. */
export function signedBy(
  shop: Shop,
  order: OrderRecord,
  caller: Changer,
  why: StaffWhy | undefined,
  at: Date,
): Pick<Wish, 'by' | 'customer' | 'staff' | 'audit'> {
  if (caller.kind !== 'staff') return { by: 'customer', customer: caller.customer };
  return {
    by: 'shop',
    staff: why && { ...why, name: caller.name },
    audit: ({ kind, beyond = [] }) =>
      auditEntry(
        ...([shop, caller] as const),
        {
          ...{ action: acts[kind], subject: order.id, reason: why?.words },
          detail: [order.number, why?.reason, ...beyond.map(({ limit }) => limit)].join(' · '),
        },
        at,
      ),
  };
}

/** The entry of a change that is taken back by somebody of the shop. */
export const undoneBy = (
  shop: Shop,
  order: OrderRecord,
  caller: Changer,
  at: Date,
): AuditRecord | undefined =>
  caller.kind === 'staff'
    ? auditEntry(
        ...([shop, caller] as const),
        { action: 'order_change_undone', subject: order.id, detail: order.number },
        at,
      )
    : undefined;
