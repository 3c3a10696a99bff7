import type { CustomerDetails } from '../../contract/customers.ts';
import type { Address } from '../../contract/orders.ts';
import type { PaymentMethodList } from '../../contract/payment-methods.ts';
import { changeCustomer, getCustomer, listPaymentMethods } from '../client/customer.ts';
import type { Ground } from './ground.ts';
import { createRemote, type RemoteStore } from './remote.ts';
import { createProven, type Proven } from './step-up.ts';

/** The customer as they see themselves: where they live, how they pay. */
export interface CustomerStore {
  readonly details: RemoteStore<CustomerDetails>;
  readonly methods: RemoteStore<PaymentMethodList>;
  /** Gives them another address of their own. */
  readonly moving: Proven<Address, CustomerDetails>;
}

export function createCustomer(ground: Ground): CustomerStore {
  const { send, keep } = ground;
  const details = createRemote((signal) => getCustomer(send, signal));
  const methods = createRemote((signal) => listPaymentMethods(send, signal));
  keep(details);
  keep(methods);
  return {
    details,
    methods,
    moving: createProven(ground, async (address, key) => {
      const moved = await changeCustomer(send, { address }, key);
      details.put(moved);
      return moved;
    }),
  };
}
