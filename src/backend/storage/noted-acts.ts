import type { Kysely } from 'kysely';
import type { AuditRecord } from '../ports.ts';
import type { Database } from './schema.ts';
import { noteAudit } from './staff-rows.ts';

/** Does something with its entry in the audit log: both or neither. What came to nothing has none. */
export const noting = <Result>(
  db: Kysely<Database>,
  audit: AuditRecord | undefined,
  act: (tx: Kysely<Database>) => Promise<Result>,
  isDone: (result: Result) => boolean = Boolean,
): Promise<Result> =>
  db.transaction().execute(async (tx) => {
    const result = await act(tx);
    if (audit && isDone(result)) await noteAudit(tx, audit);
    return result;
  });
