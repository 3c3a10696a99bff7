import { segmentStyles } from '../ui/segments.ts';
import { sumStyles } from '../ui/sums.styles.ts';
import { timelineStyles } from '../ui/timeline.ts';
import { styles as items } from './order/order-items.styles.ts';

/** What stands below the beginning of an order, a change or a return, as one chunk. */
export { createReceipts } from '../stores/receipts.ts';
export { segments } from '../ui/segments.ts';
export { orderItems } from './order/order-items.ts';
export { isFinal, isRuleProblem, whyNot } from './reasons.ts';
export { cancelPart } from './returned/return-cancel.ts';
export { backPart } from './returned/return-money.ts';
export { planPart, storyPart } from './returned/return-story.ts';
export { quoteSums } from './sums.ts';
export const styles = [items, sumStyles, segmentStyles, timelineStyles];
