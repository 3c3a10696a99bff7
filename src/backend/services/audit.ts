import type { StaffAction } from '../../contract/staff.ts';
import type { AuditRecord, Clock, Shop, StaffStore } from '../ports.ts';

/** Writes down what somebody of the shop has done. */
export type Audit = (shop: Shop, by: Auditable, done: Audited) => Promise<void>;

type Auditable = { staff: string; name: string } | 'server';
interface Audited {
  action: StaffAction;
  subject?: string;
  detail?: string | undefined;
  reason?: string | undefined;
}

/** As it is told of what is done from the command line, and by itself. */
const SERVER = 'front-desk-server';
/** A detail is no essay. */
const LONGEST = 500;

export const createAudit =
  (store: StaffStore, clock: Clock): Audit =>
  (shop, by, done) =>
    store.note(auditEntry(shop, by, done, clock()));

/** The same, to be written with what it is about: both or none. */
export const auditEntry = (
  shop: Shop,
  by: Auditable,
  { action, subject, detail, reason }: Audited,
  at: Date,
): AuditRecord => ({
  ...{ shop: shop.id, id: `aud_${crypto.randomUUID()}`, at: at.toISOString(), action },
  ...(by === 'server' ? { by: SERVER } : { staff: by.staff, by: by.name }),
  ...(subject !== undefined && { subject }),
  ...(detail !== undefined && { detail: detail.slice(0, LONGEST) }),
  ...(reason !== undefined && { reason }),
});
