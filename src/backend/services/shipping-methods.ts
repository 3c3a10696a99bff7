import type { Case } from '../../domain/policy/case.ts';
import type { Shop } from '../ports.ts';

/** The case with the ways in which the shop sends its orders; their prices are in its own currency. */
export const withShipping = (
  { shippingMethods = [], currency }: Pick<Shop, 'shippingMethods' | 'currency'>,
  of: Case,
): Case => (of.order.currency === currency ? { ...of, shippingMethods } : of);
