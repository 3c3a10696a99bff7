/**
 * Why something is not offered, or no longer: the same code in a refusal, in an order's actions, in
 * the panel's sentence and in the assistant's answer. Each is a problem code as well.
 */
export const reasons = {
  not_offered: 'The shop does not offer this here. Ask the shop.',
  order_cancelled: 'This order is cancelled. Nothing more can be done with it.',
  already_in_hand: 'The warehouse has begun with it. Return it once it has arrived.',
  not_delivered: 'It has not arrived yet. Try again when it is delivered.',
  window_closed: 'The time for this is over. Ask the shop.',
  final_sale: 'It was sold as final. It cannot go back.',
  excluded_item: 'Items of this kind are not taken. Ask the shop.',
  excluded_country: 'The shop does not do this where the order went. Ask the shop.',
  excluded_channel: 'It was not bought here. Ask where it was bought.',
  excluded_price: 'The shop does not do this at this price. Ask the shop.',
  nothing_left: 'All of it is spoken for already. See its returns and reports.',
  return_running: 'A return of this is under way. Cancel that first, or wait until it is done.',
  bundle_torn: 'It was sold as a set. Send all of the set back.',
  already_edited: 'The order was changed before, and can be changed once. Ask the shop.',
  already_returned: 'A return or an exchange of this order was made, and there can be one.',
  customer_blocked: 'The shop looks at this one itself. Ask the shop.',
} as const satisfies Record<string, string>;

export type Reason = keyof typeof reasons;
export const reasonCodes = Object.keys(reasons) as [Reason, ...Reason[]];

/** Every no of the rules to a wish about an order. */
export const ruleProblems = [
  ...reasonCodes,
  'insufficient_balance',
  'payment_method_refused',
  'variant_unavailable',
  'photo_required',
  'upload_not_found',
  'return_moved_on',
  'validation_failed',
] as const;
export type RuleProblem = (typeof ruleProblems)[number];
