import type { ReturnRequest } from '../../contract/returns.ts';
import { createChanges } from './change.ts';

const client = () => import('../client/return-wishes.ts');

/** Returns that are on their way to be asked for, by order. Its requests come with the first. */
export const createReturnWishes = createChanges<ReturnRequest>({
  task: 'return',
  quote: async (...asked) => (await client()).quoteReturn(...asked),
  confirm: async (...asked) => (await client()).createReturn(...asked),
});
