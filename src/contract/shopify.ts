import { z } from 'zod';
import { Currency } from './money.ts';
import { InstantInput } from './primitives.ts';

/**
 * Shopify's webhook payloads: the fields we read. The others are Shopify's to add and to change,
 * so unknown ones are passed over here, and here alone.
 */
const Id = z
  .union([z.int(), z.string().min(1).max(64)])
  .transform(String)
  .describe('Shopify’s numeric id');
const text = z.string().nullish();
const Amount = z
  .string()
  .regex(/^-?\d{1,12}(\.\d{1,12})?$/)
  .describe('Decimal, in the currency’s major unit');
const Money = z.object({ amount: Amount, currency_code: Currency });
/** In the shop’s currency and in the one the shopper paid in. */
const MoneySet = z.object({ shop_money: Money, presentment_money: Money }).nullish();

const ShopifyAddress = z.object({
  name: text,
  first_name: text,
  last_name: text,
  company: text,
  address1: text,
  address2: text,
  city: text,
  zip: text,
  province: text,
  province_code: text,
  country: text,
  country_code: text,
});
export type ShopifyAddress = z.infer<typeof ShopifyAddress>;

export const ShopifyFulfillment = z
  .object({
    id: Id,
    order_id: Id,
    status: text.describe('pending, open, success, cancelled, error, failure'),
    shipment_status: text.describe('The parcel’s own: in_transit, delivered …'),
    tracking_company: text,
    tracking_number: text,
    tracking_numbers: z.array(z.string()).nullish(),
    tracking_url: text,
    tracking_urls: z.array(z.string()).nullish(),
    line_items: z.array(z.object({ id: Id, quantity: z.int() })).nullish(),
    updated_at: InstantInput,
  })
  .meta({ id: 'ShopifyFulfillment', description: 'Topics fulfillments/create and /update' });
export type ShopifyFulfillment = z.infer<typeof ShopifyFulfillment>;

const ShopifyLine = z.object({
  id: Id,
  product_id: Id.nullish(),
  variant_id: Id.nullish(),
  title: text,
  variant_title: text,
  name: text,
  sku: text,
  quantity: z.int().describe('As ordered: it stays when units are removed or refunded'),
  current_quantity: z.int().nullish().describe('What is left of them'),
  price: Amount,
  price_set: MoneySet,
});
export type ShopifyLine = z.infer<typeof ShopifyLine>;

/** Units that were refunded, or taken out of the order, with money or without. */
const ShopifyRefundLine = z.object({ line_item_id: Id, quantity: z.int() });

const ShopifyTransaction = z.object({
  kind: text,
  status: text,
  amount: Amount.nullish(),
  currency: text,
  gateway: text,
});

export const ShopifyOrder = z
  .object({
    id: Id,
    name: z.string().min(1).describe('As printed on the confirmation: #1001'),
    email: text,
    contact_email: text,
    phone: text,
    customer: z.object({ id: Id }).nullish(),
    created_at: InstantInput,
    processed_at: InstantInput.nullish(),
    updated_at: InstantInput,
    cancelled_at: z.string().nullish(),
    financial_status: text,
    fulfillment_status: text,
    currency: Currency,
    presentment_currency: Currency.nullish(),
    taxes_included: z.boolean().nullish(),
    total_price: Amount,
    total_price_set: MoneySet,
    total_tax: Amount.nullish(),
    total_tax_set: MoneySet,
    total_discounts: Amount.nullish(),
    total_discounts_set: MoneySet,
    total_shipping_price_set: MoneySet,
    total_outstanding: Amount.nullish(),
    // these follow what is removed and refunded, the others stay as ordered
    current_total_price: Amount.nullish(),
    current_total_price_set: MoneySet,
    current_total_tax: Amount.nullish(),
    current_total_tax_set: MoneySet,
    current_total_discounts: Amount.nullish(),
    current_total_discounts_set: MoneySet,
    current_shipping_price_set: MoneySet,
    discount_codes: z.array(z.object({ code: text })).nullish(),
    payment_gateway_names: z.array(z.string()).nullish(),
    line_items: z.array(ShopifyLine),
    shipping_address: ShopifyAddress.nullish(),
    fulfillments: z.array(ShopifyFulfillment).nullish(),
    refunds: z
      .array(
        z.object({
          transactions: z.array(ShopifyTransaction).nullish(),
          refund_line_items: z.array(ShopifyRefundLine).nullish(),
        }),
      )
      .nullish(),
  })
  .meta({
    id: 'ShopifyOrder',
    description: 'Topics orders/create, /updated, /cancelled and /fulfilled',
  });
export type ShopifyOrder = z.infer<typeof ShopifyOrder>;

const ShopifyImage = z.object({ id: Id.nullish(), src: text, alt: text });

export const ShopifyProduct = z
  .object({
    id: Id,
    title: z.string().min(1),
    handle: text,
    product_type: text,
    tags: z.union([z.string(), z.array(z.string())]).nullish(),
    status: text.describe('active, draft, archived'),
    updated_at: InstantInput,
    image: ShopifyImage.nullish(),
    images: z.array(ShopifyImage).nullish(),
    options: z.array(z.object({ name: z.string() })).nullish(),
    variants: z.array(
      z.object({
        id: Id,
        sku: text,
        price: Amount,
        option1: text,
        option2: text,
        option3: text,
        image_id: Id.nullish(),
        inventory_management: text,
        inventory_policy: text,
        inventory_quantity: z.int().nullish(),
      }),
    ),
  })
  .meta({ id: 'ShopifyProduct', description: 'Topics products/create and /update' });
export type ShopifyProduct = z.infer<typeof ShopifyProduct>;

export const ShopifyCustomer = z
  .object({
    id: Id,
    email: text,
    phone: text,
    first_name: text,
    last_name: text,
    updated_at: InstantInput,
    default_address: ShopifyAddress.nullish(),
  })
  .meta({ id: 'ShopifyCustomer', description: 'Topics customers/create and /update' });
export type ShopifyCustomer = z.infer<typeof ShopifyCustomer>;

/**
 * The signature is of the body alone, so that of another topic would do: what tells of a thing that
 * is there is no word of its end.
 */
export const ShopifyGone = z
  .object({
    id: Id,
    updated_at: z
      .null('A deletion says little more than an id: this tells of something that is there.')
      .optional(),
  })
  .meta({ id: 'ShopifyGone', description: 'Topics products/delete and customers/delete' });
export type ShopifyGone = z.infer<typeof ShopifyGone>;

/** What each address takes of Shopify, by `X-Shopify-Topic`. */
export const shopifyTopics = {
  orders: {
    'orders/create': ShopifyOrder,
    'orders/updated': ShopifyOrder,
    'orders/cancelled': ShopifyOrder,
    'orders/fulfilled': ShopifyOrder,
    'fulfillments/create': ShopifyFulfillment,
    'fulfillments/update': ShopifyFulfillment,
  },
  products: {
    'products/create': ShopifyProduct,
    'products/update': ShopifyProduct,
    'products/delete': ShopifyGone,
  },
  customers: {
    'customers/create': ShopifyCustomer,
    'customers/update': ShopifyCustomer,
    'customers/delete': ShopifyGone,
  },
} as const satisfies Record<string, Record<string, z.ZodType>>;

type Topics = typeof shopifyTopics;
export type ShopifyArea = keyof Topics;
/** A payload and the topic it came under. */
export type ShopifyDelivery<Area extends ShopifyArea = ShopifyArea> = {
  [Each in Area]: {
    [Topic in keyof Topics[Each]]: Topics[Each][Topic] extends z.ZodType
      ? { topic: Topic; body: z.output<Topics[Each][Topic]> }
      : never;
  }[keyof Topics[Each]];
}[Area];
