import type { StateOrder, StateUser } from './tasks.ts';

/** Money is unrounded in the original. */
const TOLERANCE = 0.005;

/** Where two states differ: a path, what is there, what was to be. */
export function differences(is: unknown, wanted: unknown, path: string): string[] {
  if (typeof is === 'number' && typeof wanted === 'number')
    return Math.abs(is - wanted) <= TOLERANCE + 1e-9 ? [] : [told(path, is, wanted)];
  if (!isNested(is) || !isNested(wanted) || Array.isArray(is) !== Array.isArray(wanted))
    return is === wanted ? [] : [told(path, is, wanted)];
  const names = new Set([...Object.keys(is), ...Object.keys(wanted)]);
  return [...names].flatMap((name) => differences(is[name], wanted[name], `${path}.${name}`));
}

const isNested = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

const told = (path: string, is: unknown, wanted: unknown): string =>
  `${path}: ${JSON.stringify(is)}, not ${JSON.stringify(wanted)}`;

/** Which order stands first in the list of a customer's is not said. */
export const comparableUser = (user: StateUser): StateUser => ({
  ...user,
  orders: [...user.orders].sort(),
});

/**
 * The original writes down that nothing was given back where a change cost nothing, and by which
 * method; money that does not move has no way in ours.
 */
export function comparableOrder(order: StateOrder): StateOrder {
  const { exchange_payment_method_id, ...rest } = order;
  const isEven = Math.abs(order.exchange_price_difference ?? 0) <= TOLERANCE;
  return {
    ...rest,
    payment_history: order.payment_history.filter(({ amount }) => amount > TOLERANCE),
    ...(!isEven && exchange_payment_method_id && { exchange_payment_method_id }),
  };
}
