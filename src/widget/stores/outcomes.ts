import type { OutcomesRequest } from '../../contract/returns.ts';
import { createChanges } from './change.ts';

const client = () => import('../client/outcomes.ts');

/** What is chosen again of returns whose goods are sold out, by return. Its requests come with the first. */
export const createOutcomes = createChanges<OutcomesRequest>({
  task: 'return',
  quote: async (...asked) => (await client()).quoteOutcomes(...asked),
  confirm: async (...asked) => (await client()).chooseOutcomes(...asked),
});
