import type { Edit, EditRequest } from '../../contract/edits.ts';
import { createChanges } from './change.ts';

const client = () => import('../client/edits.ts');

/** Changes of orders that are not packed yet. Its requests come with the first of them. */
export const createEdits = createChanges<EditRequest>({
  task: 'change',
  quote: async (...asked) => (await client()).quoteEdit(...asked),
  confirm: async (send, order, body, key) =>
    (await client()).editOrder(send, order, body satisfies Edit, key),
});
