import type { Kysely } from 'kysely';
import type { UnseenAnswers } from '../ports.ts';
import { messageOf } from './conversation-rows.ts';
import { forUpdateSkipLocked } from './dialect.ts';
import type { Database } from './schema.ts';

/** Takes what is to be mailed, so that nobody else mails it; a claim whose process dies is not repeated. */
export const claimUnseen = (
  db: Kysely<Database>,
  now: string,
  most: number,
): Promise<UnseenAnswers[]> =>
  db.transaction().execute(async (tx) => {
    const due = tx
      .selectFrom('conversations')
      .selectAll()
      .where('mail_at', '<=', now)
      .orderBy('mail_at')
      .limit(most);
    const claimed: UnseenAnswers[] = [];
    for (const row of await forUpdateSkipLocked(tx, due).execute()) {
      const { shop_id: shop, id, last, mailed, shopper_seen: seen, mail_to: to, language } = row;
      await tx
        .updateTable('conversations')
        .set({ mail_at: null, mailed: last })
        .where('shop_id', '=', shop)
        .where('id', '=', id)
        .execute();
      const unseen = await tx
        .selectFrom('messages')
        .selectAll()
        .where('shop_id', '=', shop)
        .where('conversation_id', '=', id)
        .where('sequence', '>', Math.max(mailed, seen))
        .where('sender', 'in', ['staff', 'assistant'])
        .orderBy('sequence')
        .execute();
      const messages = unseen.map(messageOf);
      if (to !== null && messages.length) claimed.push({ shop, id, to, language, messages });
    }
    return claimed;
  });
