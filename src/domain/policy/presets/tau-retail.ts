import { returnReasons } from '../../../contract/actions.ts';
import type { Policy, ReasonRule } from '../../../contract/policy.ts';

/** Nobody is asked why, so whatever is said opens the same. */
const any: ReasonRule = {
  outcomes: ['refund', 'exchange'],
  photo: false,
  returnShipping: 'shop',
  review: false,
};
const fiveToSeven = { from: 5, to: 7 };

/**
 * The policy of τ-bench's retail shop, rule by rule: github.com/sierra-research/tau-bench,
 * tau_bench/envs/retail/wiki.md.
 */
export const tauRetail: Policy = {
  cancel: {
    allowed: true,
    lines: false,
    reasons: ['no_longer_needed', 'ordered_by_mistake'],
    until: 'processing',
    afterEdit: false,
    review: false,
    undoMinutes: 0,
  },
  edit: {
    allowed: {
      items: true,
      quantity: false,
      add: false,
      address: true,
      contact: false,
      shipping: false,
      payment: true,
    },
    until: 'processing',
    once: true,
    paymentOnce: true,
    payWithinMinutes: 60,
    undoMinutes: 0,
  },
  returns: {
    allowed: true,
    once: true,
    reasons: Object.fromEntries(returnReasons.map((reason) => [reason, any])),
    methods: ['own'],
    returnShippingFee: 0,
    refundShipping: 'never',
    refundTo: 'original_or_gift_card',
    exchangeFor: 'variant',
    bonus: {},
    instantExchange: false,
    gift: false,
    sendWithinDays: 90,
    remindDaysBefore: 0,
    review: false,
    settleOn: 'received',
  },
  lines: [],
  reports: { lostAfterDays: 10, photo: [], resolve: [] },
  refundDays: {
    card: fiveToSeven,
    paypal: fiveToSeven,
    bank: fiveToSeven,
    cash: fiveToSeven,
    other: fiveToSeven,
    store_credit: fiveToSeven,
    gift_card: { from: 0, to: 0 },
  },
  storeCredit: false,
  blockedCustomers: [],
  highRisk: 'as_others',
  staff: { lead: [] },
};
