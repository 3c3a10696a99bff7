import type { ReturnRequest } from '../../contract/returns.ts';
import { path } from '../client/request.ts';
import { createChanges, writeAt } from './change.ts';

/** Where returns of an order are asked for. */
export const returnsOf = (order: string): string => path`/orders/${order}/returns`;

/** Returns that are on their way to be asked for, by order. */
export const createReturnWishes = createChanges<ReturnRequest>(writeAt('return', returnsOf));
