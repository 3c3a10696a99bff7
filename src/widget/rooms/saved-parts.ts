/** What the rooms about saved things share, as one chunk beside the room's own. */
export { contactRows } from './contact.ts';
export { errorLine, field } from '../ui/field.ts';
export { fieldStyles } from '../ui/field.styles.ts';
export { footStyles } from '../ui/foot.styles.ts';
export { parts } from '../ui/parts.styles.ts';
