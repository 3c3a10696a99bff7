import type { Kysely } from 'kysely';
import { summaryOf } from '../../../domain/orders/views.ts';
import type { OrderCard } from '../../../domain/orders/orders.ts';

interface Cards {
  orders: { shop_id: string; id: string; card: string };
}

const AT_ONCE = 500;

/** An order's card becomes what a list sends of it. */
export async function up(db: Kysely<Cards>): Promise<void> {
  let last = { shop_id: '', id: '' };
  for (;;) {
    const rows = await db
      .selectFrom('orders')
      .select(['shop_id', 'id', 'card'])
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('shop_id', 'id'), '>', tuple(last.shop_id, last.id)),
      )
      .orderBy('shop_id')
      .orderBy('id')
      .limit(AT_ONCE)
      .execute();
    for (const { shop_id, id, card } of rows) {
      const known: OrderCard = JSON.parse(card);
      await db
        .updateTable('orders')
        .set({ card: JSON.stringify(summaryOf(known)) })
        .where('shop_id', '=', shop_id)
        .where('id', '=', id)
        .execute();
    }
    const end = rows.at(-1);
    if (!end) return;
    last = end;
  }
}
