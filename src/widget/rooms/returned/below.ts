import { sumStyles } from '../../ui/sums.styles.ts';
import { timelineStyles } from '../../ui/timeline.ts';

/** What stands below the code of a return, as one chunk. */
export { isRuleProblem, whyNot } from '../reasons.ts';
export { cancelPart } from './return-cancel.ts';
export { backPart } from './return-money.ts';
export { planPart, storyPart } from './return-story.ts';
export const styles = [sumStyles, timelineStyles];
