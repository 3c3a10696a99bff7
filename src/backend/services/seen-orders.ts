import type { OrderRecord } from '../../domain/orders/orders.ts';
import type { Held, StoredReturn } from '../ports/changes.ts';
import type { CustomerCaller } from './callers.ts';

type Asking = Pick<CustomerCaller, 'customer'>;

/**
 * Who opened an order by its contact is not the one who paid for it: the payment methods and the own
 * address of its customer are none of theirs. What becomes of a present is for who was given it.
 */
export function seenBy(caller: Asking, held: Held): Held {
  const isOwn = isOwner(caller, held.case.order);
  const returns = held.case.returns.map((each) =>
    maySee(caller, each) ? each : { ...each, secret: true as const },
  );
  const seen = { ...held, case: { ...held.case, returns } };
  return isOwn ? seen : { ...seen, methods: [], isOwn };
}

export const isOwner = (
  { customer }: Asking,
  { customer: owner }: Pick<OrderRecord, 'customer'>,
): boolean => owner === customer;

export const maySee = ({ customer }: Asking, { giftTo }: Pick<StoredReturn, 'giftTo'>): boolean =>
  giftTo === undefined || giftTo === customer;
