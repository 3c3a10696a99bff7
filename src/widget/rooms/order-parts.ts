/**
 * What all rooms with orders share, as one chunk: asked for beside the room's own, so that neither
 * waits for the other.
 */
export {
  eventWords,
  headline,
  isLate,
  isMoving,
  isOneDay,
  latestNews,
  stepWords,
} from './order-line.ts';
export { orderRow } from './order-row.ts';
export { orderStyles } from './order-parts.styles.ts';
export { picture, pictures } from '../ui/picture.ts';
export { progressBar, stepOf } from '../ui/progress.ts';
export { days, list, money } from '../locales/figures.ts';
export { contactRows } from './contact.ts';
export { parts } from '../ui/parts.styles.ts';
