import type { OutcomesRequest } from '../../contract/returns.ts';
import { path } from '../client/request.ts';
import { createChanges, writeAt } from './change.ts';

/** Where it is chosen again what becomes of a return. */
export const outcomesOf = (id: string): string => path`/returns/${id}/outcomes`;

/** What is chosen again of returns whose goods are sold out, by return. */
export const createOutcomes = createChanges<OutcomesRequest>(writeAt('return', outcomesOf));
