import type { Kysely } from 'kysely';
import type { OrderRow } from '../../contract/import.ts';
import type { OrderChange, Shop } from '../ports.ts';
import { bulkInsert } from './bulk.ts';
import { columnsOf } from './catalogue-tables.ts';
import { holdOrders, knownOrders } from './known-orders.ts';
import { createOrderFromRow, derived } from './order-from-row.ts';
import { withLaterDecisions } from './later-decisions.ts';
import type { OrderReader } from './order-reader.ts';
import type { OrderRows } from './order-rows.ts';
import type { Database } from './schema.ts';
import { shipmentRows } from './shipment-rows.ts';
import { endToldRefund, toldPayments } from './told-payments.ts';
import { MOST_PARCELS, notSent, parcelsOf, toldSendings } from './told-sendings.ts';

export type OrderWriter = ReturnType<typeof createOrderWriter>;

/** Writes whole orders; each function names those it has changed. */
export function createOrderWriter(read: OrderReader) {
  const fromRow = createOrderFromRow();
  const insertOrders = bulkInsert('orders', columnsOf('orders'));
  const insertLines = bulkInsert('order_lines', columnsOf('order_lines'));
  const insertShipments = bulkInsert('shipments', columnsOf('shipments'));
  const insertShipmentLines = bulkInsert('shipment_lines', columnsOf('shipment_lines'));
  const insertEvents = bulkInsert('tracking_events', columnsOf('tracking_events'));

  async function insertParcels(tx: Kysely<Database>, orders: readonly OrderRows[]) {
    await insertShipments(
      tx,
      orders.flatMap(({ shipments }) => shipments),
    );
    await insertShipmentLines(
      tx,
      orders.flatMap(({ shipmentLines }) => shipmentLines),
    );
    await insertEvents(
      tx,
      orders.flatMap(({ events }) => events),
    );
  }

  return {
    /** Puts orders as they are told, at some moment, in place of those with their ids. */
    async put(
      tx: Kysely<Database>,
      shop: Shop,
      news: readonly OrderRow[],
      at: Date | undefined,
    ): Promise<OrderChange[]> {
      if (news.length === 0) return [];
      const rows = at ? await withLaterDecisions(tx, read, shop.id, news) : news;
      const ids = rows.map(({ id }) => id);
      const sendings = await toldSendings(tx, shop.id, ids);
      const whole = rows.map((row) => {
        const sent = parcelsOf(sendings(row.id), row.lines);
        const shipments = [...notSent(row.shipments, sendings(row.id)), ...sent];
        return { ...row, shipments: shipments.slice(0, MOST_PARCELS) };
      });
      const known = await knownOrders(tx, shop.id, whole);
      const before = ids.filter((id) => known(id).order);
      const payments = at && (await toldPayments(tx, shop.id, before));
      const told = whole.map((row) => (payments ? payments.tell(row) : row));
      const orders = told.map((row) => fromRow(shop, row, known(row.id)));
      if (before.length > 0)
        await tx
          .deleteFrom('orders')
          .where('shop_id', '=', shop.id)
          .where('id', 'in', before)
          .execute();
      await insertOrders(
        tx,
        orders.map(({ order }) => order),
      );
      await insertLines(
        tx,
        orders.flatMap(({ lines }) => lines),
      );
      await insertParcels(tx, orders);
      if (at)
        for (const move of payments?.made ?? []) await endToldRefund(tx, read, shop, move, at);
      return orders.map(({ order }) =>
        changeOf(order.id, known(order.id).order?.customer_id, order.customer_id),
      );
    },

    /** Gives an order the sendings that were told by themselves; nothing when it is not there yet. */
    async renewParcels(tx: Kysely<Database>, shop: Shop, id: string): Promise<OrderChange[]> {
      await holdOrders(tx, shop.id, [id]);
      const before = await read(shop.id, id, tx);
      if (!before) return [];
      const { order, lines } = before;
      const sendings = (await toldSendings(tx, shop.id, [id]))(id);
      const sent = parcelsOf(sendings, lines);
      const known = await knownOrders(tx, shop.id, [{ id, number: order.number, shipments: sent }]);
      const ids = { shop_id: shop.id, order_id: id };
      const told = shipmentRows(ids, sent, known(id).carrier);
      const shipments = [...notSent(before.shipments, sendings), ...told.shipments]
        .slice(0, MOST_PARCELS)
        .map((shipment, position) => ({ ...shipment, position }));
      const isLeft = (shipment: string) => shipments.some((each) => each.id === shipment);
      const isTold = (shipment: string) => told.shipments.some((each) => each.id === shipment);
      const isKept = ({ shipment_id }: { shipment_id: string }) =>
        isLeft(shipment_id) && !isTold(shipment_id);
      const after = derived({
        ...before,
        shipments,
        shipmentLines: [
          ...before.shipmentLines.filter(isKept),
          ...told.shipmentLines.filter(({ shipment_id }) => isLeft(shipment_id)),
        ],
        events: [
          ...before.events.filter(isKept),
          ...told.events.filter(({ shipment_id }) => isLeft(shipment_id)),
        ],
      });
      await tx
        .deleteFrom('shipments')
        .where('shop_id', '=', shop.id)
        .where('order_id', '=', id)
        .execute();
      await insertParcels(tx, [after]);
      await tx
        .updateTable('orders')
        .set({ status: after.order.status, card: after.order.card })
        .where('shop_id', '=', shop.id)
        .where('id', '=', id)
        .execute();
      return [changeOf(id, order.customer_id)];
    },
  };
}

const changeOf = (id: string, ...customers: (string | null | undefined)[]): OrderChange => ({
  id,
  customers: [...new Set(customers.filter((one) => typeof one === 'string'))],
});
