import type { CustomerChange, CustomerDetails } from '../../contract/customers.ts';
import {
  CustomerDetails as details,
  PaymentMethodList as methods,
} from '../../contract/guards/customer.ts';
import type { PaymentMethodList } from '../../contract/payment-methods.ts';
import { readJson, type Send } from './request.ts';

export const getCustomer = async (send: Send, signal?: AbortSignal): Promise<CustomerDetails> =>
  readJson(await send('/customer', { signal }), details);

export const changeCustomer = async (
  send: Send,
  body: CustomerChange,
  key: string,
): Promise<CustomerDetails> =>
  readJson(await send('/customer', { method: 'PATCH', body, key }), details);

export const listPaymentMethods = async (
  send: Send,
  signal?: AbortSignal,
): Promise<PaymentMethodList> =>
  readJson(await send('/customer/payment-methods', { signal }), methods);
