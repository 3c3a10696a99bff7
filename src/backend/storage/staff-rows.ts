import type { Kysely } from 'kysely';
import type { StaffSessionRecord } from '../../domain/staff/staff.ts';
import type { AuditRecord, StaffRecord } from '../ports.ts';
import type { Database } from './schema.ts';
import type { StaffAuditTable, StaffSessionsTable, StaffTable } from './staff-tables.ts';

export const staffOf = (row: StaffTable): StaffRecord => ({
  ...{ shop: row.shop_id, id: row.id, email: row.email, name: row.name, role: row.role },
  ...{ addedAt: row.added_at, isEnrolled: row.step !== null },
  ...(row.secret !== null && { secret: row.secret }),
});

export const staffRow = (staff: StaffRecord): StaffTable => ({
  ...{ shop_id: staff.shop, id: staff.id, email: staff.email, name: staff.name, role: staff.role },
  ...{ added_at: staff.addedAt, secret: staff.secret ?? null, step: null, turn_at: null },
});

export const staffSessionOf = (row: Omit<StaffSessionsTable, 'hash'>): StaffSessionRecord => ({
  ...{ shop: row.shop_id, id: row.id, staff: row.staff_id, isWhole: row.whole === 1 },
  ...{ seenAt: row.seen_at, endsAt: row.ends_at },
});

export const auditOf = (row: StaffAuditTable): AuditRecord => ({
  ...{ shop: row.shop_id, id: row.id, at: row.at, by: row.by_name, action: row.action },
  ...(row.staff_id !== null && { staff: row.staff_id }),
  ...(row.subject !== null && { subject: row.subject }),
  ...(row.detail !== null && { detail: row.detail }),
  ...(row.reason !== null && { reason: row.reason }),
});

export const auditRow = (entry: AuditRecord): StaffAuditTable => ({
  ...{ shop_id: entry.shop, id: entry.id, at: entry.at, by_name: entry.by, action: entry.action },
  staff_id: entry.staff ?? null,
  subject: entry.subject ?? null,
  detail: entry.detail ?? null,
  reason: entry.reason ?? null,
});

export async function noteAudit(db: Kysely<Database>, entry: AuditRecord): Promise<void> {
  await db.insertInto('staff_audit').values(auditRow(entry)).execute();
}
