import type { EditRequest } from '../../contract/edits.ts';
import { path } from '../client/request.ts';
import { createChanges, writeAt } from './change.ts';

/** Changes of orders that are not packed yet. */
export const createEdits = createChanges<EditRequest>(
  writeAt('change', (order) => path`/orders/${order}/edits`),
);
