import type { CancellationRequest } from '../../contract/cancellations.ts';
import { path } from '../client/request.ts';
import { createChanges, writeAt } from './change.ts';

/** Cancellations of orders, whole or in part. */
export const createCancellations = createChanges<CancellationRequest>(
  writeAt('cancellation', (order) => path`/orders/${order}/cancellation`),
);
