import type { Kysely } from 'kysely';
import { createTable, type Table } from './create-table.ts';

const ofOrder: Table['belongsTo'] = {
  table: 'orders',
  by: ['shop_id', 'order_id'],
  key: ['shop_id', 'id'],
};
const ofShipment: Table['belongsTo'] = {
  table: 'shipments',
  by: ['shop_id', 'order_id', 'shipment_id'],
  key: ['shop_id', 'order_id', 'id'],
};

const tables: Record<string, Table> = {
  products: {
    columns: {
      shop_id: 'key',
      id: 'key',
      name: 'text',
      url: 'text?',
      picture: 'text?',
      category: 'text?',
      tags: 'text',
    },
    primaryKey: ['shop_id', 'id'],
  },
  variants: {
    columns: {
      shop_id: 'key',
      id: 'key',
      product_id: 'key',
      position: 'int',
      sku: 'text?',
      options: 'text',
      price: 'int',
      currency: 'text',
      available: 'int',
      stock: 'int?',
      picture: 'text?',
    },
    primaryKey: ['shop_id', 'id'],
    belongsTo: { table: 'products', by: ['shop_id', 'product_id'], key: ['shop_id', 'id'] },
    indexes: { variants_by_product: ['shop_id', 'product_id', 'position'] },
  },
  customers: {
    columns: {
      shop_id: 'key',
      id: 'key',
      email: 'text?',
      email_key: 'key?',
      phone: 'text?',
      phone_key: 'key?',
      first_name: 'text',
      last_name: 'text',
      address: 'text?',
      source: 'key',
    },
    primaryKey: ['shop_id', 'id'],
    indexes: {
      customers_by_email: ['shop_id', 'email_key', 'id'],
      customers_by_phone: ['shop_id', 'phone_key', 'id'],
    },
  },
  orders: {
    columns: {
      shop_id: 'key',
      id: 'key',
      number: 'text',
      number_key: 'key',
      customer_id: 'key?',
      email: 'text?',
      email_key: 'key?',
      phone: 'text?',
      phone_key: 'key?',
      placed_at: 'key',
      placed_year: 'int',
      told_status: 'text',
      status: 'text',
      currency: 'text',
      shipping: 'int',
      tax: 'int',
      tax_included: 'int',
      total: 'int',
      discounts: 'text',
      payments: 'text',
      address: 'text?',
      card: 'text',
    },
    primaryKey: ['shop_id', 'id'],
    indexes: {
      orders_by_customer: ['shop_id', 'customer_id', 'placed_at', 'id'],
      orders_by_year: ['shop_id', 'customer_id', 'placed_year'],
      orders_by_number: ['shop_id', 'number_key', 'id'],
      orders_by_email: ['shop_id', 'email_key', 'id'],
      orders_by_phone: ['shop_id', 'phone_key', 'id'],
    },
  },
  order_lines: {
    columns: {
      shop_id: 'key',
      order_id: 'key',
      id: 'key',
      position: 'int',
      product_id: 'key',
      variant_id: 'key',
      name: 'text',
      options: 'text',
      quantity: 'int',
      unit_price: 'int',
      picture: 'text?',
      url: 'text?',
    },
    primaryKey: ['shop_id', 'order_id', 'id'],
    belongsTo: ofOrder,
  },
  shipments: {
    columns: {
      shop_id: 'key',
      order_id: 'key',
      id: 'key',
      position: 'int',
      number: 'text?',
      number_key: 'key?',
      url: 'text?',
      told_status: 'text',
      told_facts: 'text',
      news_facts: 'text',
    },
    primaryKey: ['shop_id', 'order_id', 'id'],
    belongsTo: ofOrder,
    indexes: { shipments_by_number: ['shop_id', 'number_key', 'order_id', 'id'] },
  },
  shipment_lines: {
    columns: {
      shop_id: 'key',
      order_id: 'key',
      shipment_id: 'key',
      line_id: 'key',
      position: 'int',
      quantity: 'int',
    },
    primaryKey: ['shop_id', 'order_id', 'shipment_id', 'line_id'],
    belongsTo: ofShipment,
  },
  tracking_events: {
    columns: {
      shop_id: 'key',
      order_id: 'key',
      shipment_id: 'key',
      source: 'key',
      event_key: 'key',
      at: 'key',
      status: 'text',
      text: 'text',
      place: 'text?',
      source_id: 'text?',
    },
    primaryKey: ['shop_id', 'order_id', 'shipment_id', 'source', 'event_key'],
    belongsTo: ofShipment,
  },
};

/** Products, customers, orders and the way of their parcels. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const [name, table] of Object.entries(tables)) await createTable(db, name, table);
}
