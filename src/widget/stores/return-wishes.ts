import type { ReturnRequest } from '../../contract/returns.ts';
import { path } from '../client/request.ts';
import { createChanges, writeAt } from './change.ts';

/** Returns that are on their way to be asked for, by order. */
export const createReturnWishes = createChanges<ReturnRequest>(
  writeAt('return', (order) => path`/orders/${order}/returns`),
);
