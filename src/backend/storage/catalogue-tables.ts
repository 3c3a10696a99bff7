import type { OrderStatus, Payment } from '../../contract/orders.ts';
import type { TrackingStatus } from '../../contract/shipments.ts';
import type { Classification } from './schema.ts';

/** The built-in platform's own tables. Every row belongs to a shop. */
export interface CatalogueTables {
  products: ProductsTable;
  variants: VariantsTable;
  customers: CustomersTable;
  payment_methods: PaymentMethodsTable;
  orders: OrdersTable;
  order_lines: OrderLinesTable;
  shipments: ShipmentsTable;
  shipment_lines: ShipmentLinesTable;
  tracking_events: TrackingEventsTable;
}

export interface ProductsTable {
  shop_id: string;
  id: string;
  name: string;
  /** What is looked for: see nameKey in domain/products.ts. */
  name_key: string;
  url: string | null;
  picture: string | null;
  category: string | null;
  tags: string;
}

export interface VariantsTable {
  shop_id: string;
  id: string;
  product_id: string;
  position: number;
  sku: string | null;
  options: string;
  price: number;
  currency: string;
  available: number;
  stock: number | null;
  picture: string | null;
  /** Another one each time the shop tells of it. */
  told: string | null;
}

/** `_key` columns are what is compared: see domain/identity/lookup-keys.ts. */
export interface CustomersTable {
  shop_id: string;
  id: string;
  email: string | null;
  email_key: string | null;
  phone: string | null;
  phone_key: string | null;
  first_name: string;
  last_name: string;
  address: string | null;
  /** `desk`: made here of someone who ordered as a guest and showed that the contact is theirs. */
  source: 'shop' | 'desk';
}

/** How a customer may pay or be paid. Goes with the customer. */
export interface PaymentMethodsTable {
  shop_id: string;
  customer_id: string;
  id: string;
  position: number;
  kind: Payment['kind'];
  label: string;
  last_four: string | null;
  /** Of a gift card: what is left of it. */
  balance: number | null;
  currency: string | null;
}

export interface OrdersTable {
  shop_id: string;
  id: string;
  number: string;
  number_key: string;
  customer_id: string | null;
  /** As the shop told it; of an order that somebody took over here it told nobody. */
  told_customer: string | null;
  email: string | null;
  email_key: string | null;
  phone: string | null;
  phone_key: string | null;
  placed_at: string;
  /** In the shop's time zone. */
  placed_year: number;
  /** As the shop told it. */
  told_status: OrderStatus;
  /** As it is by the shop's word and the news of its parcels. */
  status: OrderStatus;
  currency: string;
  shipping: number;
  /** Which of the shop's ways, where it told. */
  shipping_method: string | null;
  tax: number;
  tax_included: number;
  total: number;
  discounts: string;
  payments: string;
  address: string | null;
  /** Where it was bought. */
  channel: string | null;
  risk: 'high' | null;
  /** OrderSummary, as it is sent: a list is one query, and nothing is made of what it answers. */
  card: string;
}

export interface OrderLinesTable {
  shop_id: string;
  order_id: string;
  id: string;
  position: number;
  product_id: string;
  variant_id: string;
  name: string;
  options: string;
  quantity: number;
  unit_price: number;
  picture: string | null;
  url: string | null;
  bundle: string | null;
}

export interface ShipmentsTable {
  shop_id: string;
  order_id: string;
  id: string;
  position: number;
  number: string | null;
  number_key: string | null;
  url: string | null;
  /** The shop's word, whole at each import: status while there are no events, facts as JSON. */
  told_status: TrackingStatus;
  told_facts: string;
  /** ParcelFacts of the carrier's news, which an import does not touch. */
  news_facts: string;
}

export interface ShipmentLinesTable {
  shop_id: string;
  order_id: string;
  shipment_id: string;
  line_id: string;
  position: number;
  quantity: number;
}

/** Every event told, doubles left out. The shop's are replaced by its next import, a carrier's only added to. */
export interface TrackingEventsTable {
  shop_id: string;
  order_id: string;
  shipment_id: string;
  source: 'shop' | 'carrier';
  /** What makes it itself; the same event told again has the same. */
  event_key: string;
  at: string;
  status: TrackingStatus;
  text: string;
  place: string | null;
  source_id: string | null;
}

export const catalogueColumns: Classification<CatalogueTables> = {
  products: {
    shop_id: 'none',
    id: 'none',
    name: 'none',
    name_key: 'none',
    url: 'none',
    picture: 'none',
    category: 'none',
    tags: 'none',
  },
  variants: {
    shop_id: 'none',
    id: 'none',
    product_id: 'none',
    position: 'none',
    sku: 'none',
    options: 'none',
    price: 'none',
    currency: 'none',
    available: 'none',
    stock: 'none',
    picture: 'none',
    told: 'none',
  },
  customers: {
    shop_id: 'none',
    id: 'personal',
    email: 'personal',
    email_key: 'personal',
    phone: 'personal',
    phone_key: 'personal',
    first_name: 'personal',
    last_name: 'personal',
    address: 'personal',
    source: 'none',
  },
  payment_methods: {
    shop_id: 'none',
    customer_id: 'personal',
    id: 'personal',
    position: 'none',
    kind: 'personal',
    label: 'personal',
    last_four: 'personal',
    balance: 'personal',
    currency: 'personal',
  },
  orders: {
    shop_id: 'none',
    id: 'personal',
    number: 'personal',
    number_key: 'personal',
    customer_id: 'personal',
    told_customer: 'personal',
    email: 'personal',
    email_key: 'personal',
    phone: 'personal',
    phone_key: 'personal',
    placed_at: 'personal',
    placed_year: 'personal',
    told_status: 'personal',
    status: 'personal',
    currency: 'personal',
    shipping: 'personal',
    shipping_method: 'personal',
    tax: 'personal',
    tax_included: 'personal',
    total: 'personal',
    discounts: 'personal',
    payments: 'personal',
    address: 'personal',
    channel: 'personal',
    risk: 'personal',
    card: 'personal',
  },
  order_lines: {
    shop_id: 'none',
    order_id: 'personal',
    id: 'personal',
    position: 'personal',
    product_id: 'personal',
    variant_id: 'personal',
    name: 'personal',
    options: 'personal',
    quantity: 'personal',
    unit_price: 'personal',
    picture: 'personal',
    url: 'personal',
    bundle: 'personal',
  },
  shipments: {
    shop_id: 'none',
    order_id: 'personal',
    id: 'personal',
    position: 'personal',
    number: 'personal',
    number_key: 'personal',
    url: 'personal',
    told_status: 'personal',
    told_facts: 'personal',
    news_facts: 'personal',
  },
  shipment_lines: {
    shop_id: 'none',
    order_id: 'personal',
    shipment_id: 'personal',
    line_id: 'personal',
    position: 'personal',
    quantity: 'personal',
  },
  tracking_events: {
    shop_id: 'none',
    order_id: 'personal',
    shipment_id: 'personal',
    source: 'personal',
    event_key: 'personal',
    at: 'personal',
    status: 'personal',
    text: 'personal',
    place: 'personal',
    source_id: 'personal',
  },
};

export const columnsOf = <Table extends keyof typeof catalogueColumns>(table: Table) =>
  Object.keys(catalogueColumns[table]) as (keyof (typeof catalogueColumns)[Table] & string)[];
