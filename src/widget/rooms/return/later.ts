/** The last two questions of a return, as one chunk. */
export { createAlternatives } from '../../stores/alternatives.ts';
export { createCustomer } from '../../stores/customer.ts';
export { endOf } from './return-end.ts';
export { methodScreen } from './return-method.ts';
export { outcomeScreen, outcomeShown } from './return-outcome.ts';
