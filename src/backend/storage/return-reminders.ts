import type { Kysely } from 'kysely';
import type { DueReminder, MailLease } from '../ports.ts';
import type { Database } from './schema.ts';

/**
 * Takes the return whose shopper has been due for a reminder longest: one that is still to be sent, or
 * to be chosen again, and whose time is not over. Until it is settled it is due again later.
 */
export async function claimReminder(
  db: Kysely<Database>,
  { now, until }: MailLease,
): Promise<DueReminder | undefined> {
  const taken = await db
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
        .limit(1),
    )
    .updateTable('returns')
    .set({ remind_at: until })
    .where('id', 'in', (it) => it.selectFrom('due').select('due.id'))
    // asked again: somebody else may have taken it between the two
    .where('remind_at', '<=', now)
    .returning(['shop_id as shop', 'id'])
    .executeTakeFirst();
  return taken && { ...taken, until };
}

/** Done with; or due again at that moment. */
export async function settleReminder(
  db: Kysely<Database>,
  { shop, id, until }: DueReminder,
  again?: string,
): Promise<void> {
  await db
    .updateTable('returns')
    .set({ remind_at: again ?? null })
    .where('shop_id', '=', shop)
    .where('id', '=', id)
    .where('remind_at', '=', until)
    .execute();
}
