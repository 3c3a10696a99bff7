import type { StaffAction } from '../../contract/staff.ts';
import type { AuditRecord, Clock, Shop, StaffStore } from '../ports.ts';

/** Writes down what somebody of the shop has done. */
export type Audit = (
  shop: Shop,
  by: { staff: string; name: string } | 'server',
  done: {
    action: StaffAction;
    subject?: string;
    detail?: string | undefined;
    reason?: string | undefined;
  },
) => Promise<void>;

/** As it is told of what is done from the command line, and by itself. */
const SERVER = 'front-desk-server';
/** A detail is no essay. */
const LONGEST = 500;

export const createAudit =
  (store: StaffStore, clock: Clock): Audit =>
  (shop, by, { action, subject, detail, reason }) => {
    const entry: AuditRecord = {
      ...{ shop: shop.id, id: `aud_${crypto.randomUUID()}`, at: clock().toISOString(), action },
      ...(by === 'server' ? { by: SERVER } : { staff: by.staff, by: by.name }),
      ...(subject !== undefined && { subject }),
      ...(detail !== undefined && { detail: detail.slice(0, LONGEST) }),
      ...(reason !== undefined && { reason }),
    };
    return store.note(entry);
  };
