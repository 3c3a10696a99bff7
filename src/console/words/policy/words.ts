/** What the form of a policy says, beside what the console says elsewhere. */
export interface PolicyWords {
  moreOf: string;
  unit: string;
  atLeast: string;
  atMost: string;
  below: string;
  moveUp: string;
  moveDown: string;
  noneIsAny: string;
  emptyNoEnd: string;
  emptyAsReturns: string;
  oneALine: string;

  field_cutoff: string;
  field_afterEdit: string;
  field_cancelReasons: string;
  field_editOnce: string;
  field_paymentOnce: string;
  field_payWithin: string;
  field_window: string;
  field_exchangeWindow: string;
  field_returnOnce: string;
  field_methods: string;
  field_refundShipping: string;
  field_refundTo: string;
  field_bonusExchange: string;
  field_bonusCredit: string;
  field_remind: string;
  field_reports: string;
  field_photoOf: string;
  field_resolve: string;
  field_resolveBelow: string;
  field_blocked: string;
  field_refundDays: string;

  pay_card: string;
  pay_paypal: string;
  pay_bank: string;
  pay_cash: string;
  pay_gift_card: string;
  pay_store_credit: string;
  pay_other: string;

  value_drop_off: string;
  value_label: string;
  value_pick_up: string;
  value_own: string;
  value_never: string;
  value_whole_order: string;
  value_shop_at_fault: string;
  value_original: string;
  value_original_or_gift_card: string;
  value_shop: string;
  value_shopper: string;
  value_resend: string;
  value_refund: string;
  value_replace: string;

  cancel_no_longer_needed: string;
  cancel_ordered_by_mistake: string;
  cancel_found_cheaper: string;
  cancel_too_slow: string;
  cancel_other: string;

  report_late: string;
  report_lost: string;
  report_stuck: string;
  report_damaged: string;
  report_wrong: string;
  report_missing: string;

  reasons: string;
  notOffered: string;
  field_outcomes: string;
  field_photo: string;
  field_wayBackBy: string;
  field_fee: string;
  field_keepBelow: string;

  questions: string;
  addQuestion: string;
  question: string;
  answer: string;
  inLanguage: string;
  addLanguage: string;

  rules: string;
  rulesWhat: string;
  addRule: string;
  rule: string;
  ruleWhich: string;
  ruleWhichWhat: string;
  ruleCounts: string;
  field_categories: string;
  field_tags: string;
  field_products: string;
  field_countries: string;
  field_channels: string;
  field_unitPrice: string;
  field_finalSale: string;
  field_excluded: string;
  field_only: string;
  twoLetters: string;
  noneIsAll: string;

  ruleSays: string;
  everyItem: string;
  saysNothing: string;
  rule_categories: string;
  rule_tags: string;
  rule_products: string;
  rule_countries: string;
  rule_channels: string;
  rule_from: string;
  rule_below: string;
  says_finalSale: string;
  says_notFinal: string;
  says_excluded: string;
  says_taken: string;
  says_window: string;
  says_only: string;
  says_fee: string;
  says_review: string;
  says_noReview: string;

  removed: string;
  begunAnew: string;
  leaveTitle: string;
  leaveWhat: string;
  leaveGo: string;
  leaveStay: string;

  field_leadBeyond: string;
  lead_deadline: string;
  lead_repeat: string;
  lead_reason: string;
  lead_fee: string;
  lead_review: string;
  lead_goods: string;
  lead_offer: string;
}
