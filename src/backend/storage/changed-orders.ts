import type { Kysely } from 'kysely';
import type { OrderRecord } from '../../domain/orders/orders.ts';
import { emailKey, phoneKey } from '../../domain/identity/lookup-keys.ts';
import { bulkInsert } from './bulk.ts';
import { columnsOf, type OrderLinesTable } from './catalogue-tables.ts';
import { derived } from './order-from-row.ts';
import { orderOf, type OrderRows } from './order-rows.ts';
import type { Database } from './schema.ts';

const insertLines = bulkInsert('order_lines', columnsOf('order_lines'));

/** Puts an order as a decision left it in the place of what it was; its parcels stay. */
export async function writeOrder(
  tx: Kysely<Database>,
  rows: OrderRows,
  after: OrderRecord,
): Promise<void> {
  const { shop_id, id } = rows.order;
  const before = orderOf(rows);
  const { order, lines } = derived({
    ...rows,
    order: {
      ...rows.order,
      // what the parcels made of it is not the shop's word
      ...(after.status !== before.status && { told_status: after.status }),
      ...(after.email !== before.email && emailOf(after)),
      ...(after.phone !== before.phone && phoneOf(after)),
      shipping: after.shipping,
      shipping_method: after.shippingMethod ?? null,
      tax: after.tax,
      total: after.total,
      discounts: JSON.stringify(after.discounts),
      payments: JSON.stringify(after.payments),
      address: after.address ? JSON.stringify(after.address) : null,
    },
    lines: after.lines.map((line, position): OrderLinesTable => ({
      shop_id,
      order_id: id,
      id: line.id,
      position,
      product_id: line.product,
      variant_id: line.variant,
      name: line.name,
      options: JSON.stringify(line.options),
      quantity: line.quantity,
      unit_price: line.unitPrice,
      picture: line.picture ? JSON.stringify(line.picture) : null,
      url: line.url ?? null,
      bundle: line.bundle ?? null,
    })),
  });
  const { shop_id: _, id: __, ...columns } = order;
  await tx
    .updateTable('orders')
    .set(columns)
    .where('shop_id', '=', shop_id)
    .where('id', '=', id)
    .execute();
  await tx
    .deleteFrom('order_lines')
    .where('shop_id', '=', shop_id)
    .where('order_id', '=', id)
    .execute();
  await insertLines(tx, lines);
}

const emailOf = ({ email }: OrderRecord) => ({
  email: email ?? null,
  email_key: email === undefined ? null : emailKey(email),
});
const phoneOf = ({ phone }: OrderRecord) => ({
  phone: phone ?? null,
  phone_key: phone === undefined ? null : phoneKey(phone) || null,
});
