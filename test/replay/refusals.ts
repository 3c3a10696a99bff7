import type { ProblemCode } from '../../src/contract/problems.ts';

export const notPending: ProblemCode[] = ['order_cancelled', 'already_in_hand', 'already_edited'];
export const notDelivered: ProblemCode[] = [
  'not_delivered',
  'order_cancelled',
  'already_returned',
  'return_running',
  'nothing_left',
];
const notInOrder: ProblemCode[] = ['validation_failed', 'not_found', 'nothing_left'];

/** What the original tools say when they refuse, and our codes for it. The first that fits counts. */
const refusals: readonly (readonly [RegExp, readonly ProblemCode[]])[] = [
  [/order not found|user not found/, ['not_found']],
  [/non-pending order cannot be (cancelled|modified)/, notPending],
  [/non-delivered order cannot be (returned|exchanged)/, notDelivered],
  [/insufficient gift card balance/, ['insufficient_balance']],
  [/payment method not found/, ['payment_method_refused']],
  [/payment method should be (either|different)/, ['payment_method_refused']],
  [/new payment method should be different/, ['payment_method_refused']],
  [/exactly one payment/, ['payment_method_refused', 'already_edited']],
  [/new item \S+ not found or available/, ['variant_unavailable']],
  [/number of items to be exchanged should match/, ['validation_failed']],
  [/invalid reason/, ['validation_failed']],
  [/not found/, notInOrder],
];

/** Codes with which our backend refuses what the original tool refused in these words. */
export const codesFor = (error: string): readonly ProblemCode[] =>
  refusals.find(([words]) => words.test(error))?.[1] ?? [];
