import type { Kysely } from 'kysely';
import type { MailLease, UnseenAnswers } from '../ports.ts';
import { messageOf } from './conversation-rows.ts';
import { forUpdateSkipLocked } from './dialect.ts';
import type { Database } from './schema.ts';

/** Takes what has been due for a mail longest. Until it is settled it is due again later. */
export const claimUnseen = (
  db: Kysely<Database>,
  { now, until }: MailLease,
): Promise<UnseenAnswers | undefined> =>
  db.transaction().execute(async (tx) => {
    const due = tx
      .selectFrom('conversations')
      .selectAll()
      .where('mail_at', '<=', now)
      .orderBy('mail_at')
      .limit(1);
    for (;;) {
      const row = await forUpdateSkipLocked(tx, due).executeTakeFirst();
      if (!row) return undefined;
      const { shop_id: shop, id, customer_id: customer, language } = row;
      const { last, mailed, shopper_seen: seen, mail_to: to } = row;
      const unseen = await tx
        .selectFrom('messages')
        .selectAll()
        .where('shop_id', '=', shop)
        .where('conversation_id', '=', id)
        .where('sequence', '>', Math.max(mailed, seen))
        .where('sender', 'in', ['staff', 'assistant'])
        .orderBy('sequence')
        .execute();
      const isWanted = to !== null && unseen.length > 0;
      await tx
        .updateTable('conversations')
        .set({ mail_at: isWanted ? until : null })
        .where('shop_id', '=', shop)
        .where('id', '=', id)
        .execute();
      const messages = unseen.map(messageOf);
      if (isWanted) return { shop, id, customer, to, language, messages, last, until };
    }
  });

/** Done with; or due again at that moment. What was said meanwhile stays due. */
export async function settleUnseen(
  db: Kysely<Database>,
  { shop, id, last, until }: UnseenAnswers,
  again?: string,
): Promise<void> {
  const conversation = () =>
    db.updateTable('conversations').where('shop_id', '=', shop).where('id', '=', id);
  if (again === undefined)
    await conversation().set({ mailed: last }).where('mailed', '<', last).execute();
  const taken = conversation()
    .set({ mail_at: again ?? null })
    .where('mail_at', '=', until);
  await (again === undefined ? taken.where('last', '=', last) : taken).execute();
}
