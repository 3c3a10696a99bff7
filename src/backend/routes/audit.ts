import type { AuditEntry, AuditFilter } from '../../contract/staff.ts';
import { csvOf } from '../../domain/csv.ts';
import type { AuditRecord, Shop, StaffStore } from '../ports.ts';
import type { Audit } from '../services/audit.ts';
import type { Handlers } from './frame/handler.ts';

/** Of one export, and of each reading for it. */
const MOST_ROWS = 20_000;
const PAGE = 1000;
const columns = ['at', 'by', 'action', 'subject', 'detail', 'reason'] as const;

const told = ({ shop: _, staff: __, ...entry }: AuditRecord): AuditEntry => entry;

export const auditRoutes = (
  store: StaffStore,
  audit: Audit,
): Pick<Handlers, 'listAudit' | 'exportAudit'> => ({
  async listAudit({ shop, query }) {
    const { items, next } = await store.audit(shop.id, query);
    return { status: 200, body: { items: items.map(told), ...(next !== undefined && { next }) } };
  },

  async exportAudit({ shop, caller, query }) {
    const rows = await rowsOf(store, shop, query);
    await audit(shop, caller, { action: 'audit_exported', detail: String(rows.length) });
    const bytes = new TextEncoder().encode(csvOf([columns, ...rows]));
    return { status: 200, file: { name: 'audit.csv', type: 'text/csv', bytes } };
  },
});

async function rowsOf(store: StaffStore, shop: Shop, filter: AuditFilter): Promise<string[][]> {
  const rows: string[][] = [];
  let cursor: string | undefined;
  do {
    const page = await store.audit(shop.id, { ...filter, cursor, limit: PAGE });
    rows.push(...page.items.map((entry) => columns.map((column) => entry[column] ?? '')));
    cursor = page.next;
  } while (cursor !== undefined && rows.length < MOST_ROWS);
  return rows.slice(0, MOST_ROWS);
}
