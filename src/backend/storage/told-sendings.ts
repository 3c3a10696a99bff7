import type { Kysely } from 'kysely';
import type { ShipmentRow } from '../../contract/import.ts';
import { versionOf, type SendingTold } from '../../domain/news/row-news.ts';
import { chunks } from './dialect.ts';
import type { Database } from './schema.ts';

/** The parcels of one sending that was told by itself. */
export type Sending = Pick<SendingTold, 'sending' | 'parcels'>;

/** Keeps sendings told by themselves where they are newer; names the orders they change. */
export async function tellSendings(
  tx: Kysely<Database>,
  shop_id: string,
  sendings: readonly SendingTold[],
): Promise<Set<string>> {
  const orders = new Set<string>();
  for (const told of sendings) {
    const version = versionOf(told)!;
    const body = JSON.stringify(told.parcels);
    const { numInsertedOrUpdatedRows: written = 0n } = await tx
      .insertInto('told_sendings')
      .values({ shop_id, order_id: told.order, id: told.sending, version, body })
      .onConflict((conflict) =>
        conflict
          .columns(['shop_id', 'order_id', 'id'])
          .doUpdateSet({ version, body })
          .where('told_sendings.version', '<', version),
      )
      .executeTakeFirstOrThrow();
    if (written > 0n) orders.add(told.order);
  }
  return orders;
}

/** The sendings of these orders that were told by themselves, in one order whatever came first. */
export async function toldSendings(
  tx: Kysely<Database>,
  shop: string,
  orders: readonly string[],
): Promise<(order: string) => Sending[]> {
  const sendings = new Map<string, Sending[]>();
  for (const some of chunks(orders.map((id) => ({ id })))) {
    const rows = await tx
      .selectFrom('told_sendings')
      .select(['order_id', 'id', 'body'])
      .where('shop_id', '=', shop)
      .where(
        'order_id',
        'in',
        some.map(({ id }) => id),
      )
      .orderBy('id')
      .execute();
    for (const { order_id, id, body } of rows) {
      const parcels: ShipmentRow[] = JSON.parse(body);
      const others = sendings.get(order_id) ?? [];
      sendings.set(order_id, [...others, { sending: id, parcels }]);
    }
  }
  return (order) => sendings.get(order) ?? [];
}

/** Those of an order's parcels that are in none of its sendings told by themselves. */
export const notSent = <Parcel extends { id: string }>(
  parcels: readonly Parcel[],
  sendings: readonly Sending[],
): Parcel[] =>
  parcels.filter(
    ({ id }) => !sendings.some(({ sending }) => id === sending || id.startsWith(`${sending}.`)),
  );

/**
 * The parcels of sendings. Their list of what is in them may be ahead of the order's lines or behind
 * them. What holds nothing that is left of the order is none of its parcels: without lines it would
 * be taken to hold all of it.
 */
export function parcelsOf(
  sendings: readonly Sending[],
  lines: readonly { id: string }[],
): ShipmentRow[] {
  const known = new Set(lines.map(({ id }) => id));
  const isOneSender = lines.some(isShopifys);
  const isOfOrder = ({ parcels }: Sending) => {
    const held = parcels.flatMap((parcel) => parcel.lines);
    return !isOneSender || held.length === 0 || held.some(({ line }) => known.has(line));
  };
  return sendings
    .filter(isOfOrder)
    .flatMap(({ parcels }) => parcels)
    .map((parcel) => ({ ...parcel, lines: parcel.lines.filter(({ line }) => known.has(line)) }));
}

/** An export counts its lines, and others name them in their own way: sendings have other names of them. */
const isShopifys = ({ id }: { id: string }): boolean => /^\d{5,}$/.test(id);

/** As many parcels as an answer may hold. */
export const MOST_PARCELS = 100;
