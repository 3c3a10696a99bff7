import type { CustomerDetails } from '../../src/contract/customers.ts';
import type { Address } from '../../src/contract/orders.ts';
import type { PaymentMethod } from '../../src/contract/payment-methods.ts';
import type { StateUser, TauAddress } from './tasks.ts';

/** A customer as the original shop writes one down. */
export const stateUserOf = (
  { firstName, lastName, address, email = '' }: CustomerDetails,
  methods: readonly PaymentMethod[],
  orders: string[],
): StateUser => ({
  name: { first_name: firstName, last_name: lastName },
  address: stateAddressOf(address),
  email,
  payment_methods: Object.fromEntries(methods.map((method) => [method.id, stateMethodOf(method)])),
  orders,
});

export const stateAddressOf = (
  {
    lines: [address1 = '', address2 = ''],
    city = '',
    region: state = '',
    postcode: zip = '',
    country = '',
  }: Address = { lines: [] },
): TauAddress => ({ address1, address2, city, state, zip, country });

function stateMethodOf({ kind, label, lastFour, balance }: PaymentMethod) {
  if (kind === 'gift_card')
    return { source: 'gift_card' as const, balance: (balance?.amount ?? 0) / 100 };
  if (kind === 'paypal') return { source: 'paypal' as const };
  return {
    source: 'credit_card' as const,
    brand: label.toLowerCase(),
    ...(lastFour !== undefined && { last_four: lastFour }),
  };
}
