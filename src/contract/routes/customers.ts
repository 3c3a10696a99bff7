import { CustomerExport } from '../customer-export.ts';
import { CustomerChange, CustomerDetails } from '../customers.ts';
import { PaymentMethodList } from '../payment-methods.ts';
import type { Route } from './route.ts';

/** What a customer keeps with the shop. */
export const customerRoutes = {
  getCustomer: {
    method: 'get',
    path: '/customer',
    area: 'customer',
    access: 'customer',
    summary: 'Who the customer is: name, contact, their own address',
    answers: { 200: CustomerDetails },
    problems: ['code_required', 'unauthenticated'],
  },
  changeCustomer: {
    method: 'patch',
    path: '/customer',
    area: 'customer',
    access: 'customer',
    fresh: true,
    keyed: true,
    summary: 'Change the customer’s own address; orders that are placed keep theirs',
    body: CustomerChange,
    answers: { 200: CustomerDetails },
    problems: ['code_required', 'unauthenticated'],
  },
  exportCustomer: {
    method: 'get',
    path: '/customer/export',
    area: 'customer',
    access: 'customer',
    fresh: true,
    summary: 'All that is kept of the customer',
    answers: { 200: CustomerExport },
    problems: ['code_required'],
  },
  listPaymentMethods: {
    method: 'get',
    path: '/customer/payment-methods',
    area: 'customer',
    access: 'customer',
    summary: 'How the customer may pay or be paid, and what is left on their gift cards',
    answers: { 200: PaymentMethodList },
    problems: ['code_required'],
  },
} as const satisfies Record<string, Route>;
