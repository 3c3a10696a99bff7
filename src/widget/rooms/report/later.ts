/** All questions of a report but the first, as one chunk. */
export { reportItems } from './report-items.ts';
export { missing, outcomeScreen, shown } from './report-outcome.ts';
