import { sql, type Kysely, type RawBuilder } from 'kysely';
import { skipLocked } from './dialect.ts';
import type { Database } from './schema.ts';

/** So many rows a statement: far from what one may take, and others come in between. */
const AT_ONCE = 500;

/** Which rows of a table are over. */
export interface Over<Table extends keyof Database = keyof Database> {
  table: Table;
  /** Its primary key. */
  key: readonly (keyof Database[Table] & string)[];
  where: RawBuilder<boolean>;
  /** Fewer, of rows that are large or take others along. */
  atOnce?: number;
}

/** Deletes what is over, in pieces. What somebody else holds is left to the next time. */
export const purgeRows = <Table extends keyof Database>(
  db: Kysely<Database>,
  { table, key, where, atOnce = AT_ONCE }: Over<Table>,
  signal?: AbortSignal,
): Promise<number> => {
  const keys = sql.join(key.map((column) => sql.ref(column)));
  // a table of its own: Postgres may read a subquery with a limit more than once
  const piece = sql`
    with piece as (
      select ${keys} from ${sql.table(table)} where ${where} limit ${atOnce} ${skipLocked(db)}
    )
    delete from ${sql.table(table)} where (${keys}) in (select ${keys} from piece)`;
  return inPieces(async () => {
    const { numAffectedRows = 0n } = await piece.execute(db);
    return { gone: Number(numAffectedRows), isLast: numAffectedRows < atOnce };
  }, signal);
};

/** Works piece after piece, others in between, until the last or until the signal says that we stop. */
export async function inPieces(
  work: () => Promise<{ gone: number; isLast: boolean }>,
  signal: AbortSignal | undefined,
): Promise<number> {
  let all = 0;
  while (!signal?.aborted) {
    const { gone, isLast } = await work();
    all += gone;
    if (isLast) break;
    await turn();
  }
  return all;
}

/** What else waits to be done in this process is done. */
const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));
