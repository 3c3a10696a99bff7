import type { Kysely } from 'kysely';
import type { Database } from './schema.ts';

/**
 * Takes the returns whose shoppers are to be reminded now, each once: those that are still to be sent,
 * or to be chosen again, and whose time is not over.
 */
export const claimReminders = (db: Kysely<Database>, now: string, most: number) =>
  db
    .with('due', (it) =>
      it
        .selectFrom('returns')
        .select('id')
        .where('remind_at', '<=', now)
        .where((it) =>
          it.or([
            it('choose_by', '>', now),
            it.and([it('expires_at', '>', now), it('state', 'in', ['approved', 'label_sent'])]),
          ]),
        )
        .orderBy('remind_at')
        .limit(most),
    )
    .updateTable('returns')
    .set({ remind_at: null })
    .where('id', 'in', (it) => it.selectFrom('due').select('due.id'))
    // asked again: somebody else may have taken it between the two
    .where('remind_at', '<=', now)
    .returning(['shop_id as shop', 'id'])
    .execute();
