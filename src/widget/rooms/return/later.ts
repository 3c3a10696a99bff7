/** The last two questions of a return, as one chunk. */
export { methodScreen } from './return-method.ts';
export { outcomeScreen, shown } from './return-outcome.ts';
