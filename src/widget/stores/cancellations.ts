import type { CancellationRequest } from '../../contract/cancellations.ts';
import { createChanges } from './change.ts';

const client = () => import('../client/cancellation.ts');

/** Cancellations of orders, whole or in part. Its requests come with the first of them. */
export const createCancellations = createChanges<CancellationRequest>({
  task: 'cancellation',
  quote: async (...asked) => (await client()).quoteCancellation(...asked),
  confirm: async (...asked) => (await client()).cancelOrder(...asked),
});
