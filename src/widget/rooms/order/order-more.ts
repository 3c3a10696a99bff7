import { sumStyles } from '../../ui/sums.styles.ts';
import { segmentStyles } from '../../ui/segments.ts';
import { styles as items } from './order-items.styles.ts';

/** What a guest does not see of an order, and what only several parcels need, as one chunk. */
export { segments } from '../../ui/segments.ts';
export { orderItems } from './order-items.ts';
export const styles = [items, sumStyles, segmentStyles];
