import type { Kysely } from 'kysely';
import type { JobStore } from '../ports.ts';
import type { Database } from './schema.ts';

/** Whose turn a job is: one statement decides, so that of many who ask one is told yes. */
export function createJobStore(db: Kysely<Database>): JobStore {
  return {
    async claim(name, now, nextAt) {
      const claimed = await db
        .insertInto('jobs')
        .values({ name, next_at: nextAt })
        .onConflict((conflict) =>
          conflict.column('name').doUpdateSet({ next_at: nextAt }).where('jobs.next_at', '<=', now),
        )
        .returning('name')
        .executeTakeFirst();
      return claimed !== undefined;
    },
  };
}
