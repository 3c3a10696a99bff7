import type { CustomerDetails } from '../../contract/customers.ts';
import type { Address } from '../../contract/orders.ts';
import type { PaymentMethodList } from '../../contract/payment-methods.ts';
import { changeCustomer, getCustomer, listPaymentMethods } from '../client/customer.ts';
import { createWishes } from '../client/wishes.ts';
import type { Ground, Kept } from './ground.ts';
import { createRemote, type RemoteStore } from './remote.ts';
import { createStepUp, createWaiting, type Waiting } from './step-up.ts';

/** The customer as they see themselves: where they live, how they pay. */
export interface CustomerStore {
  readonly details: RemoteStore<CustomerDetails>;
  readonly methods: RemoteStore<PaymentMethodList>;
  /** Gives them another address of their own. False: a code is needed first; it waits for one. */
  live(address: Address, proof: string | undefined): Promise<boolean>;
  readonly waiting: Waiting<Address>;
}

export function createCustomer(ground: Ground): CustomerStore {
  const { send, keep } = ground;
  const { once } = createWishes();
  const stepUp = createStepUp(ground);
  const details = createRemote((signal) => getCustomer(send, signal));
  const methods = createRemote((signal) => listPaymentMethods(send, signal));
  const waiting = createWaiting<Address>();
  keep({ ...keptWith(details), reset: () => (details.reset(), waiting.forget()) });
  keep(keptWith(methods));
  return {
    details,
    methods,
    async live(address, proof) {
      const isDone = await stepUp(async () => {
        const wish = JSON.stringify(address);
        details.put(await once(wish, (key) => changeCustomer(send, { address }, key)));
      });
      if (!isDone) waiting.wait(address, proof);
      return isDone;
    },
    waiting,
  };
}

const keptWith = ({ $state, renew, reset }: RemoteStore<unknown>): Kept => ({
  renew,
  retry: () => $state.get().is === 'failed' && renew(),
  reset,
});
