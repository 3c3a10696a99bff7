import fc from 'fast-check';
import type { CustomerRow, OrderRow } from '../../../src/contract/import.ts';
import type { BackendUnderTest } from '../../builders/backend.ts';
import { anna, annas, MOVED } from './annas-orders.ts';
import { acts, type Act } from './desk-acts.ts';

/** Something that happens at a minute of its own: at the desk, or the shop tells of it. */
export type Happening = { act: Act } | Telling;
export interface Telling {
  tells: 'new' | 'sent' | 'anna';
  status: 'placed' | 'processing';
  /** The shop knows what was done to goods, address and contact until then, or else of nothing. */
  knows: boolean;
  /** It has heard of the money that has moved until then. */
  hasHeard: boolean;
  /** After how many happenings it arrives, each time that it does. */
  arrives: number[];
}
export type Row = OrderRow | CustomerRow;

const telling: fc.Arbitrary<Telling> = fc.record({
  tells: fc.constantFrom('new', 'new', 'sent', 'anna'),
  status: fc.constantFrom('placed', 'processing'),
  ...{ knows: fc.boolean(), hasHeard: fc.boolean() },
  arrives: fc.array(fc.nat(6), { minLength: 1, maxLength: 2 }),
});
export const happenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.oneof(fc.record({ act: fc.constantFrom(...acts) }), telling),
  { minLength: 2, maxLength: 14 },
);

const told = (tells: Telling['tells'], after: number): Telling => ({
  ...{ tells, status: 'placed', knows: false, hasHeard: false, arrives: [after] },
});
/** What was lost before: a cancellation, the credit for it, and what a gift card had paid. */
export const cancelled: Happening[] = [told('new', 1), { act: 'cancel as credit' }];
export const again: Happening[] = [...cancelled, { act: 'work' }, { act: 'cancel as credit' }];
export const paidByCard: Happening[] = [told('anna', 1), { act: 'change coats' }];

/** What the shop tells at this minute; `nth` sets it apart from all else that it tells. */
export async function rowOf(desk: BackendUnderTest, telling: Telling, nth: number): Promise<Row> {
  const { tells, status, knows, hasHeard } = telling;
  const { catalogue } = desk.storage;
  const updatedAt = desk.clock.now.toISOString();
  if (tells === 'anna') {
    const methods = await catalogue.paymentMethods('alder', 'anna');
    const { balance } = methods.find(({ id }) => id === 'gift')!;
    return { ...anna(balance!.amount), updatedAt };
  }
  const base = annas(tells);
  const { lines, shipments: _, payments, ...order } = (await catalogue.order('alder', tells))!;
  const isOpen = order.status === 'placed' || order.status === 'processing';
  const known: Partial<OrderRow> = {
    ...order,
    ...(isOpen && { status }),
    lines: lines.map(({ options, ...line }) => ({
      ...line,
      options: Object.fromEntries(options.map(({ name, value }) => [name, value])),
    })),
  };
  const isMoved = order.address?.lines[0] === MOVED;
  const address = { ...base.address!, lines: [knows && isMoved ? MOVED : `Kade ${nth}`] };
  return {
    ...{ ...base, ...(knows && known), updatedAt, address, channel: `app ${nth}` },
    payments: hasHeard ? payments : base.payments,
  };
}
