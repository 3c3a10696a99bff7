import { photoStyles } from '../photos.ts';
import { styles as own } from './report-outcome.styles.ts';
import { styles as items } from './report-items.ts';

/** All questions of a report but the first, as one chunk. */
export { reportItems } from './report-items.ts';
export { missing, outcomeScreen, shown } from './report-outcome.ts';
export const styles = [...items, own, photoStyles];
