import type { Path } from '../stores/json-path.ts';
import type { Words } from '../words/words.ts';

export interface PolicyField {
  path: Path;
  label: keyof Words;
  /** Its number is money, in minor units. */
  isMoney?: true;
}

const at = (label: keyof Words, ...path: string[]): PolicyField => ({ path, label });

/** What most shops set, in plain words; what kind of field each is, its schema says. */
export const policyGroups: readonly { title: keyof Words; fields: readonly PolicyField[] }[] = [
  {
    title: 'field_cancel',
    fields: [
      at('field_allowed', 'cancel', 'allowed'),
      at('field_partly', 'cancel', 'lines'),
      at('field_until', 'cancel', 'until'),
      at('field_undo', 'cancel', 'undoMinutes'),
    ],
  },
  {
    title: 'field_edit',
    fields: [
      at('field_items', 'edit', 'allowed', 'items'),
      at('field_quantity', 'edit', 'allowed', 'quantity'),
      at('field_add', 'edit', 'allowed', 'add'),
      at('field_address', 'edit', 'allowed', 'address'),
      at('field_contact', 'edit', 'allowed', 'contact'),
      at('field_shipping', 'edit', 'allowed', 'shipping'),
      at('field_payment', 'edit', 'allowed', 'payment'),
      at('field_until', 'edit', 'until'),
      at('field_undo', 'edit', 'undoMinutes'),
    ],
  },
  {
    title: 'field_returns',
    fields: [
      at('field_allowed', 'returns', 'allowed'),
      at('field_instant', 'returns', 'instantExchange'),
      at('field_gift', 'returns', 'gift'),
      at('field_review', 'returns', 'review'),
      at('field_days', 'returns', 'window', 'days'),
      at('field_from', 'returns', 'window', 'from'),
      { ...at('field_wayBack', 'returns', 'returnShippingFee'), isMoney: true },
      at('field_sendWithin', 'returns', 'sendWithinDays'),
      at('field_settleOn', 'returns', 'settleOn'),
      at('field_exchangeFor', 'returns', 'exchangeFor'),
    ],
  },
  {
    title: 'field_more',
    fields: [
      at('field_storeCredit', 'storeCredit'),
      at('field_highRisk', 'highRisk'),
      at('field_lostAfter', 'reports', 'lostAfterDays'),
    ],
  },
];

/** What a choice is called, where it has a name beside its own. */
export const policyValues: Readonly<Record<string, keyof Words>> = {
  ...{ processing: 'value_processing', shipped: 'value_shipped', order: 'value_order' },
  ...{ fulfilment: 'value_fulfilment', delivery: 'value_delivery', request: 'value_request' },
  ...{ in_transit: 'value_in_transit', received: 'value_received' },
  ...{ inspected: 'value_inspected', variant: 'value_variant', any: 'value_any' },
  ...{ refuse: 'value_refuse', review: 'value_review', as_others: 'value_as_others' },
};
