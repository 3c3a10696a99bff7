import type { CustomerDetails } from '../../contract/customers.ts';
import type { Clock, CustomerRecord, Platform, Storage } from '../ports.ts';
import { refuse } from '../services/refusal.ts';
import type { Handlers } from './frame/handler.ts';

export const customerRoutes = (
  platform: Platform,
  exportOf: Storage['exportOf'],
  clock: Clock,
): Pick<Handlers, 'getCustomer' | 'changeCustomer' | 'exportCustomer' | 'listPaymentMethods'> => ({
  async getCustomer({ shop, caller }) {
    const customer = await platform.customer(shop, caller.customer);
    return customer ? { ...told(customer), cache: 'private' } : refuse('unauthenticated');
  },

  async changeCustomer({ shop, caller, body, keep }) {
    const { customer } = caller;
    const changed = await platform.changeAddress(shop, customer, body.address, keep(told));
    return changed ? told(changed) : refuse('unauthenticated');
  },

  async exportCustomer({ shop, caller }) {
    const at = clock().toISOString();
    const { customer, provenEmail: email } = caller;
    const tables = await exportOf(shop.id, customer, email === undefined ? undefined : { email });
    return { status: 200, cache: 'private', body: { at, tables } };
  },

  async listPaymentMethods({ shop, caller }) {
    const items = await platform.paymentMethods(shop, caller.customer);
    return { status: 200, cache: 'private', body: { items } };
  },
});

const told = (record: CustomerRecord) => ({ status: 200 as const, body: detailsOf(record) });

/** A record may hold more than a shopper is told. */
const detailsOf = (record: CustomerRecord): CustomerDetails => {
  const { id, firstName, lastName, email, phone, address } = record;
  return {
    ...{ id, firstName, lastName },
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
    ...(address && { address }),
  };
};
