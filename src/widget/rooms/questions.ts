import { photoStyles } from '../ui/photos.ts';
import { sending } from './return/return-sending.ts';
import { settle } from './return/return-settle.ts';
import { shop, which } from './return/return-shop.ts';
import type { ReturnScreen } from './return/return-screen.ts';
import { styles as returns } from './return/return.styles.ts';

/** What is asked when something goes back, cannot be swapped as it was wished, or is wrong, as one chunk. */
export { createCustomer } from '../stores/customer.ts';
export { choosing } from './choose/choosing.ts';
export { isWaiting, photoQuestion, photosOf, sentPhotos } from './photos.ts';
export { reportItems } from './report/report-items.ts';
export { reportMissing, reportOutcome } from './report/report-outcome.ts';
export { goingOf, hasSwap, isPictured, requestOf } from './return/return-draft.ts';
export { endOf } from './return/return-end.ts';
export { itemsScreen } from './return/return-items.ts';
export { methodScreen } from './return/return-method.ts';
export { outcomeScreen, outcomeShown } from './return/return-outcome.ts';
export { reasonScreen } from './return/return-reason.ts';
export { readReturns, returnRows } from './return/return-rows.ts';
export { missing, nextStep, stepOf } from './return/return-steps.ts';
export const styles = [...returns, photoStyles];

/** What only some are asked of a return, by the name of the step. */
export const screens: Readonly<Record<string, ReturnScreen>> = { shop, which, settle, sending };
