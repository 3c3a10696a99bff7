import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codesFor } from './refusals.ts';

/** Every way in which the original tools for writing refuse. */
const errors = {
  'order not found': 'not_found',
  'user not found': 'not_found',
  'non-pending order cannot be cancelled': 'already_edited',
  'non-pending order cannot be modified': 'already_in_hand',
  'non-delivered order cannot be returned': 'not_delivered',
  'non-delivered order cannot be exchanged': 'already_returned',
  'invalid reason': 'validation_failed',
  'payment method not found': 'payment_method_refused',
  'there should be exactly one payment for a pending order': 'payment_method_refused',
  'the new payment method should be different from the current one': 'payment_method_refused',
  'payment method should be either the original payment method or a gift card':
    'payment_method_refused',
  'insufficient gift card balance to pay for the order': 'insufficient_balance',
  'insufficient gift card balance to pay for the new item': 'insufficient_balance',
  'insufficient gift card balance to pay for the price difference': 'insufficient_balance',
  'new item 1234567890 not found or available': 'variant_unavailable',
  'the number of items to be exchanged should match': 'validation_failed',
  '1234567890 not found': 'nothing_left',
  'some item not found': 'nothing_left',
} as const;

for (const [error, code] of Object.entries(errors))
  test(`"${error}" is ${code} here`, () => {
    assert.ok(codesFor(`Error: ${error}`).includes(code));
  });

test('What no tool says has no code', () => {
  assert.deepEqual(codesFor('Error: the moon is full'), []);
});
