import { aCustomer, aLine, anOrder, aProduct, aShipment } from '../../test/builders/rows.ts';
import { aShop } from '../../test/builders/shop.ts';

/** Whose data all of them serve. */
export const shop = aShop();
export const PEPPER = 'a pepper of at least thirty-two bytes for benches';

export const CUSTOMERS = 2000;
export const PRODUCTS = 500;

export const products = () =>
  Array.from({ length: PRODUCTS }, (_, nth) => aProduct({ id: `p${nth}`, variants: [] }));

export const emailOf = (customer: number): string => `c${customer}@mail.example`;

/** A large shop as an import file: three lines, one parcel and four events an order. */
export async function* largeShop(orders: number): AsyncGenerator<string> {
  for (let customer = 0; customer < CUSTOMERS; customer += 1)
    yield JSON.stringify(aCustomer({ id: `c${customer}`, email: emailOf(customer) }));
  for (let nth = 0; nth < orders; nth += 1) {
    yield JSON.stringify(orderOf(nth));
    // a file comes in pieces as well, with room for others between them
    if (nth % 50 === 0) await new Promise(setImmediate);
  }
}

const picture = { url: 'https://alder.example/boots.jpg', alt: 'Winter boots' };
const FIRST = Date.UTC(2021, 0, 1);
const EVERY = 25 * 60_000;

const orderOf = (nth: number) =>
  anOrder({
    id: `o${nth}`,
    number: `#${nth}`,
    customer: `c${nth % CUSTOMERS}`,
    placedAt: new Date(FIRST + nth * EVERY).toISOString(),
    lines: [
      aLine({ id: 'a', picture }),
      aLine({ id: 'b', name: 'Laces', unitPrice: 500 }),
      aLine({ id: 'c', name: 'Wax', unitPrice: 900, picture }),
    ],
    shipments: [
      aShipment({
        number: `3SALDR${String(nth).padStart(9, '0')}`,
        seen: ['confirmed', 'in_transit', 'out_for_delivery', 'delivered'],
        estimate: { from: '2026-01-09T08:00:00.000Z', to: '2026-01-09T17:00:00.000Z' },
      }),
    ],
  });
