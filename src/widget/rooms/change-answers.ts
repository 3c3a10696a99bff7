import { sumStyles } from '../ui/sums.styles.ts';

/** What a room that changes an order says once it has an answer: it comes beside that. */
export { isFinal, isRuleProblem, whyNot } from './reasons.ts';
export { quoteSums } from './sums.ts';
export const styles = [sumStyles];
