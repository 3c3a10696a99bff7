import type { Transaction } from 'kysely';
import type { ConversationOwner } from '../ports.ts';
import { ownerRow } from './conversation-rows.ts';
import type { Database } from './schema.ts';

/**
 * What a session's shopper wrote and sent is its new owner's, within the transaction that tells who
 * they are: a sign-in is answered once, and nobody comes back to join it later.
 */
export async function adoptWords(
  tx: Transaction<Database>,
  shop: string,
  session: string | undefined,
  owner: ConversationOwner,
): Promise<void> {
  if (session === undefined) return;
  for (const table of ['conversations', 'uploads'] as const)
    await tx
      .updateTable(table)
      .set(ownerRow(owner))
      .where('shop_id', '=', shop)
      .where('session_id', '=', session)
      .execute();
}
