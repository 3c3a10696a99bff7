/** The first two questions of a return, and what its answers come to, as one chunk. */
export { goingOf, hasSwap, isPictured, requestOf } from './return-draft.ts';
export { itemsScreen } from './return-items.ts';
export { missing, nextStep, stepOf } from './return-steps.ts';
export { reasonScreen } from './return-reason.ts';
export { returnRows, shown } from './return-rows.ts';
export { styles } from './return.styles.ts';
