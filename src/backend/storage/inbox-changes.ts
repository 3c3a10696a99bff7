import type { Transaction } from 'kysely';
import type { ConversationView, TellingShop } from '../ports.ts';
import type { ConversationRecord, Step } from '../../domain/conversations/conversations.ts';
import { writeIn } from './conversation-writes.ts';
import type { Database } from './schema.ts';

/** One step of a conversation by the shop's people; undefined where nobody has written in it. */
export async function changeIn(
  tx: Transaction<Database>,
  shop: TellingShop,
  id: string,
  step: { at: string; decide(held: ConversationRecord): Step },
): Promise<ConversationView | undefined> {
  let isBlank = false;
  const written = await writeIn(tx, shop, id, {
    at: step.at,
    decide(held) {
      isBlank = held.last === 0;
      return isBlank ? { conversation: held, messages: [] } : step.decide(held);
    },
  });
  return isBlank || typeof written === 'string' ? undefined : written.conversation;
}

/** Whoever calls holds the conversation. */
export async function setTags(
  tx: Transaction<Database>,
  shop: string,
  id: string,
  tags: readonly string[],
): Promise<void> {
  await tx
    .deleteFrom('conversation_tags')
    .where('shop_id', '=', shop)
    .where('conversation_id', '=', id)
    .execute();
  for (const tag of new Set(tags)) await addTag(tx, shop, id, tag);
}

/** Whether it is new to it. */
export async function addTag(
  tx: Transaction<Database>,
  shop: string,
  id: string,
  tag: string,
): Promise<boolean> {
  const added = await tx
    .insertInto('conversation_tags')
    .values({ shop_id: shop, conversation_id: id, tag })
    .onConflict((it) => it.doNothing())
    .executeTakeFirst();
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

export async function removeTag(
  tx: Transaction<Database>,
  shop: string,
  id: string,
  tag: string,
): Promise<void> {
  await tx
    .deleteFrom('conversation_tags')
    .where('shop_id', '=', shop)
    .where('conversation_id', '=', id)
    .where('tag', '=', tag)
    .execute();
}
