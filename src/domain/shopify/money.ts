import type { ShopifyOrder } from '../../contract/shopify.ts';
import { minorUnits } from '../money/minor-units.ts';

type MoneySet = ShopifyOrder['total_price_set'];
/** An amount as Shopify tells it: in the shop's currency, and in both. */
type Told = readonly [amount: string | null | undefined, set: MoneySet];

export interface MoneyReader {
  currency: string;
  of(...told: Told): number;
}

/**
 * Shoppers know what they paid in their own currency. Where one of the sums does not have it, all
 * are told in the shop's: an order has one currency.
 */
export function moneyOf(from: ShopifyOrder): MoneyReader {
  const theirs = from.presentment_currency ?? from.currency;
  const sums: Told[] = [
    [from.total_price, from.total_price_set],
    [from.total_discounts, from.total_discounts_set],
    [from.total_tax, from.total_tax_set],
    [from.current_total_price, from.current_total_price_set],
    [from.current_total_discounts, from.current_total_discounts_set],
    [from.current_total_tax, from.current_total_tax_set],
    ...from.line_items.map(({ price, price_set }): Told => [price, price_set]),
  ];
  const isTold = sums.every(
    ([amount, set]) => !amount || set?.presentment_money.currency_code === theirs,
  );
  const currency = isTold ? theirs : from.currency;
  const side = isTold ? 'presentment_money' : 'shop_money';
  return {
    currency,
    // what is no amount is refused with its order
    of: (amount, set) => minorUnits(set?.[side].amount ?? amount ?? '0', currency) ?? Number.NaN,
  };
}
