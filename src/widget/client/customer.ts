import type { CustomerChange, CustomerDetails } from '../../contract/customers.ts';
import {
  CustomerDetails as details,
  PaymentMethodList as methods,
} from '../../contract/guards/customer.ts';
import type { PaymentMethodList } from '../../contract/payment-methods.ts';
import { readJson, type Send } from './request.ts';

export const getCustomer = (send: Send, signal?: AbortSignal): Promise<CustomerDetails> =>
  readJson(send('/customer', { signal }), details);

export const changeCustomer = (
  send: Send,
  body: CustomerChange,
  key: string,
): Promise<CustomerDetails> => readJson(send('/customer', { method: 'PATCH', body, key }), details);

export const listPaymentMethods = (send: Send, signal?: AbortSignal): Promise<PaymentMethodList> =>
  readJson(send('/customer/payment-methods', { signal }), methods);
