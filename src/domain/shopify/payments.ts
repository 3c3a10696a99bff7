import type { OrderRow } from '../../contract/import.ts';
import { textOf } from './fields.ts';

type PaymentRow = OrderRow['payments'][number];

const kinds: readonly [RegExp, PaymentRow['kind']][] = [
  [/paypal/i, 'paypal'],
  [/gift[ _-]?card/i, 'gift_card'],
  [/store[ _-]?credit/i, 'store_credit'],
  [/shopify[ _-]?payments|stripe|card|visa|mastercard|amex/i, 'card'],
  [/bank|sepa|transfer/i, 'bank'],
  [/cash|\bcod\b/i, 'cash'],
];

/** How an order was paid, by the name Shopify has for the way; nothing when no money has moved. */
export function paymentOf(gateway: string | null | undefined, amount: number): PaymentRow[] {
  if (amount === 0) return [];
  const name = textOf(gateway, 80);
  if (name === undefined) return [];
  const kind = kinds.find(([form]) => form.test(name))?.[1] ?? 'other';
  return [{ kind, label: labelOf(name), amount }];
}

/** shopify_payments is a code; "Bank deposit" is a name as it stands. */
const labelOf = (name: string): string =>
  /^[a-z0-9_-]+$/.test(name)
    ? name
        .split(/[_-]+/)
        .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
        .join(' ')
    : name;
