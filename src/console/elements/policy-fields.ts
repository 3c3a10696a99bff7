import type { Words } from '../words/words.ts';
import type { Path } from '../stores/json-path.ts';
import { within, type PolicyField } from './policy-sheet.ts';

type Beside = Omit<PolicyField, 'path' | 'label'>;

const at = (label: keyof Words, path: string, beside: Beside = {}): PolicyField => ({
  ...{ path: path.split('.'), label },
  ...beside,
});

export interface PolicyGroup {
  title: keyof Words;
  /** What most shops set: it stands first. */
  fields: readonly PolicyField[];
  /** The rest, one tap further. */
  more: readonly PolicyField[];
}

/** A policy in plain words; what kind of field each is, its schema says. */
export const policyGroups: readonly PolicyGroup[] = [
  {
    title: 'field_cancel',
    fields: [
      at('field_allowed', 'cancel.allowed'),
      at('field_partly', 'cancel.lines'),
      at('field_until', 'cancel.until'),
    ],
    more: [
      at('field_afterEdit', 'cancel.afterEdit'),
      at('field_review', 'cancel.review'),
      at('field_cutoff', 'cancel.cutoff', { counted: 'order' }),
      at('field_undo', 'cancel.undoMinutes'),
      at('field_cancelReasons', 'cancel.reasons', { names: 'cancel_', hint: 'noneIsAny' }),
    ],
  },
  {
    title: 'field_edit',
    fields: [
      at('field_items', 'edit.allowed.items'),
      at('field_quantity', 'edit.allowed.quantity'),
      at('field_add', 'edit.allowed.add'),
      at('field_address', 'edit.allowed.address'),
      at('field_contact', 'edit.allowed.contact'),
      at('field_shipping', 'edit.allowed.shipping'),
      at('field_payment', 'edit.allowed.payment'),
      at('field_until', 'edit.until'),
    ],
    more: [
      at('field_editOnce', 'edit.once'),
      at('field_paymentOnce', 'edit.paymentOnce'),
      at('field_cutoff', 'edit.cutoff', { counted: 'order' }),
      at('field_payWithin', 'edit.payWithinMinutes'),
      at('field_undo', 'edit.undoMinutes'),
    ],
  },
  {
    title: 'field_returns',
    fields: [
      at('field_allowed', 'returns.allowed'),
      at('field_window', 'returns.window', { hint: 'emptyNoEnd' }),
      at('field_wayBack', 'returns.returnShippingFee'),
      at('field_settleOn', 'returns.settleOn'),
      at('field_methods', 'returns.methods'),
    ],
    more: [
      at('field_returnOnce', 'returns.once'),
      at('field_instant', 'returns.instantExchange'),
      at('field_gift', 'returns.gift'),
      at('field_review', 'returns.review'),
      at('field_exchangeWindow', 'returns.exchangeWindow', { hint: 'emptyAsReturns' }),
      at('field_exchangeFor', 'returns.exchangeFor'),
      at('field_refundTo', 'returns.refundTo'),
      at('field_refundShipping', 'returns.refundShipping'),
      at('field_bonusExchange', 'returns.bonus.exchange'),
      at('field_bonusCredit', 'returns.bonus.storeCredit'),
      at('field_sendWithin', 'returns.sendWithinDays'),
      at('field_remind', 'returns.remindDaysBefore'),
    ],
  },
  {
    title: 'field_reports',
    fields: [
      at('field_lostAfter', 'reports.lostAfterDays'),
      at('field_resolve', 'reports.resolve'),
    ],
    more: [
      at('field_resolveBelow', 'reports.resolveBelow'),
      at('field_photoOf', 'reports.photo', { names: 'report_' }),
    ],
  },
  {
    title: 'field_more',
    fields: [at('field_storeCredit', 'storeCredit'), at('field_highRisk', 'highRisk')],
    more: [
      ...(['card', 'paypal', 'bank', 'cash', 'gift_card', 'store_credit', 'other'] as const).map(
        (kind) => at('field_refundDays', `refundDays.${kind}`, { of: `pay_${kind}` }),
      ),
      at('field_leadBeyond', 'staff.lead', { names: 'lead_' }),
      at('field_blocked', 'blockedCustomers', { hint: 'oneALine' }),
    ],
  },
];

export const reasonsPath: Path = ['returns', 'reasons'];

/** What is said of each reason. */
export const reasonFields: readonly PolicyField[] = [
  { path: ['outcomes'], label: 'field_outcomes', names: 'outcome_', isOrdered: true },
  { path: ['photo'], label: 'field_photo' },
  { path: ['review'], label: 'field_review' },
  { path: ['returnShipping'], label: 'field_wayBackBy' },
  { path: ['fee'], label: 'field_fee' },
  { path: ['keepBelow'], label: 'field_keepBelow' },
];

export const rulesPath: Path = ['lines'];

/** Which items a rule is about. */
export const matchFields: readonly PolicyField[] = [
  { path: ['match', 'categories'], label: 'field_categories', hint: 'oneALine' },
  { path: ['match', 'tags'], label: 'field_tags', hint: 'oneALine' },
  { path: ['match', 'products'], label: 'field_products', isProducts: true },
  { path: ['match', 'countries'], label: 'field_countries', hint: 'twoLetters' },
  { path: ['match', 'channels'], label: 'field_channels', hint: 'oneALine' },
  { path: ['match', 'unitPrice'], label: 'field_unitPrice' },
];

/** What it says about them. */
export const sayFields: readonly PolicyField[] = [
  { path: ['finalSale'], label: 'field_finalSale' },
  { path: ['excluded'], label: 'field_excluded' },
  { path: ['window'], label: 'field_window' },
  { path: ['fee'], label: 'field_fee' },
  { path: ['review'], label: 'field_review' },
  { path: ['outcomes'], label: 'field_only', names: 'outcome_', hint: 'noneIsAll' },
];

/** Where everything is set; `*` stands for each reason, rule, question. */
export const policyPlaces: readonly PolicyField['path'][] = [
  ...policyGroups.flatMap(({ fields, more }) => [...fields, ...more]),
  ...within([...reasonsPath, '*'], reasonFields),
  ...within([...rulesPath, '*'], [...matchFields, ...sayFields]),
]
  .map(({ path }) => path)
  .concat([[...reasonsPath, '*', 'followUps']]);
