import { sending } from './return-sending.ts';
import { settle } from './return-settle.ts';
import { shop, which } from './return-shop.ts';
import type { ReturnScreen } from './return-screen.ts';

/** The last two questions of a return, and those of some exchanges, as one chunk. */
export { createAlternatives } from '../../stores/alternatives.ts';
export { createCustomer } from '../../stores/customer.ts';
export { endOf } from './return-end.ts';
export { methodScreen } from './return-method.ts';
export { outcomeScreen, outcomeShown } from './return-outcome.ts';

/** What only some are asked, by the name of the step. */
export const screens: Readonly<Record<string, ReturnScreen>> = { shop, which, settle, sending };
