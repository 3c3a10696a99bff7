import { describe, test } from 'node:test';
import { checkAnyOrder } from './any-order.ts';

describe('Webhooks that come late, twice and in any order', () => {
  test('end in what they would have ended in as they happened', () => checkAnyOrder(25));
});
