import { aPolicy } from '../../builders/cases.ts';
import { aCustomer, aLine, anOrder, aProduct } from '../../builders/rows.ts';

/** What is paid for each order, and what is on Anna's gift card beside. */
export const [PAID, GIFT] = [21_500, 40_000];

export const policy = aPolicy({
  cancel: { until: 'shipped' },
  edit: { until: 'shipped' },
  returns: { refundShipping: 'whole_order' },
});

export const coat = aProduct({
  id: 'coat',
  variants: [10_000, 11_500].map((price) => ({
    ...{ id: `coat-${price}`, price, currency: 'EUR', available: true },
  })),
});

/** Where she lives once she has said so at the desk. */
export const MOVED = 'Meir 50';

/** Anna, as her shop tells her when there is this much on her card. */
export const anna = (balance: number) =>
  aCustomer({
    paymentMethods: [
      { id: 'pm_visa', kind: 'card', label: 'Visa' },
      {
        ...{ id: 'gift', kind: 'gift_card', label: 'Gift card' },
        balance: { amount: balance, currency: 'EUR' },
      },
    ],
  });

/** One of her orders: `new`, or `sent` and with her. */
export const annas = (id: string) =>
  anOrder({
    ...{ id, number: id, customer: 'anna', email: 'anna@old.example', shipping: 500 },
    ...(id === 'sent' ? { deliveredOn: '2026-11-22' } : { status: 'placed' }),
    placedAt: '2026-11-22T09:00:00.000Z',
    address: { name: 'Anna', lines: ['Kade 0'], city: 'Antwerp', country: 'BE' },
    lines: [
      aLine({ id: 'coat', product: 'coat', variant: 'coat-10000', unitPrice: 10_000, quantity: 2 }),
      aLine({ id: 'hat', product: 'hat', variant: 'hat', unitPrice: 2_000 }),
    ],
    discounts: [{ label: 'WELCOME', amount: -1_000 }],
    payments: [
      { kind: 'card', label: 'Visa', amount: 15_000, method: 'pm_visa', reference: 'pi_plain' },
      { kind: 'gift_card', label: 'Gift card', amount: 6_500, method: 'gift' },
    ],
  });
