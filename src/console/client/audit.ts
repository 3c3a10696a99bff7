import { AuditPage as Guard } from '../../contract/guards/staff.ts';
import type { AuditFilter, AuditPage } from '../../contract/staff.ts';
import { readJson, type Send } from '../../widget/client/request.ts';

export interface AuditAsk extends AuditFilter {
  cursor?: string | undefined;
  limit?: number | undefined;
}

export const listAudit = async (
  send: Send,
  query: AuditAsk,
  signal: AbortSignal,
): Promise<AuditPage> => readJson(await send('/audit', { query: { ...query }, signal }), Guard);

export async function exportAudit(send: Send, query: AuditFilter): Promise<Blob> {
  const response = await send('/audit.csv', { query: { ...query } });
  return response.blob();
}
