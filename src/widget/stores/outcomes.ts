import type { OutcomesRequest } from '../../contract/returns.ts';
import { path } from '../client/request.ts';
import { createChanges, writeAt } from './change.ts';

/** What is chosen again of returns whose goods are sold out, by return. */
export const createOutcomes = createChanges<OutcomesRequest>(
  writeAt('return', (id) => path`/returns/${id}/outcomes`),
);
