import type { StaffAction } from '../../contract/staff.ts';
import type { AuditRecord, Clock, Shop, StaffStore } from '../ports.ts';

/** Writes down what somebody of the shop has done. */
export type Audit = (
  shop: Shop,
  by: { staff: string; name: string } | 'command line',
  done: { action: StaffAction; subject?: string; reason?: string | undefined },
) => Promise<void>;

/** As it is told of what is done from the command line. */
const COMMAND_LINE = 'front-desk-server';

export const createAudit =
  (store: StaffStore, clock: Clock): Audit =>
  (shop, by, { action, subject, reason }) => {
    const entry: AuditRecord = {
      ...{ shop: shop.id, id: `aud_${crypto.randomUUID()}`, at: clock().toISOString(), action },
      ...(by === 'command line' ? { by: COMMAND_LINE } : { staff: by.staff, by: by.name }),
      ...(subject !== undefined && { subject }),
      ...(reason !== undefined && { reason }),
    };
    return store.note(entry);
  };
