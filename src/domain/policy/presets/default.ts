import type { Policy, ReasonRule } from '../../../contract/policy.ts';

/** What may be done for a change of mind, and what for a fault; for the way back the shop pays. */
export const changeOfMind: ReasonRule = {
  outcomes: ['refund', 'store_credit', 'exchange'],
  photo: false,
  returnShipping: 'shop',
  review: false,
};
export const fault: ReasonRule = { ...changeOfMind, outcomes: ['refund', 'replacement'] };

/** Thirty days, free, all by itself: what suits most shops. No amounts, so it suits all currencies. */
export const usual: Policy = {
  cancel: {
    allowed: true,
    lines: true,
    until: 'processing',
    afterEdit: true,
    review: false,
    undoMinutes: 15,
  },
  edit: {
    allowed: {
      items: true,
      quantity: true,
      add: true,
      address: true,
      contact: true,
      shipping: true,
      payment: true,
    },
    until: 'processing',
    once: false,
    paymentOnce: false,
    payWithinMinutes: 60,
    undoMinutes: 15,
  },
  returns: {
    allowed: true,
    window: { from: 'delivery', days: 30 },
    once: false,
    reasons: {
      too_small: changeOfMind,
      too_large: changeOfMind,
      not_as_described: fault,
      damaged: fault,
      faulty: fault,
      wrong_item: fault,
      too_late: changeOfMind,
      no_longer_needed: changeOfMind,
      found_cheaper: changeOfMind,
      other: changeOfMind,
    },
    methods: ['drop_off', 'label', 'own'],
    returnShippingFee: 0,
    refundShipping: 'shop_at_fault',
    refundTo: 'original',
    exchangeFor: 'variant',
    bonus: {},
    instantExchange: false,
    gift: false,
    sendWithinDays: 14,
    remindDaysBefore: 3,
    review: false,
    settleOn: 'received',
  },
  lines: [
    { match: { tags: ['final-sale'] }, finalSale: true },
    { match: { tags: ['no-return'] }, excluded: true },
  ],
  reports: { lostAfterDays: 10, photo: [], resolve: [] },
  refundDays: {
    card: { from: 5, to: 7 },
    paypal: { from: 3, to: 5 },
    bank: { from: 2, to: 4 },
    cash: { from: 5, to: 10 },
    other: { from: 5, to: 10 },
    gift_card: { from: 0, to: 0 },
    store_credit: { from: 0, to: 0 },
  },
  storeCredit: false,
  blockedCustomers: [],
  highRisk: 'review',
  staff: { lead: ['deadline', 'repeat', 'reason', 'fee', 'review'] },
};
