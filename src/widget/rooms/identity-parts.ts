/** What the rooms that ask who is there share, as one chunk beside the room's own. */
export { createIdentity } from '../stores/identity.ts';
export { errorLine, field } from '../ui/field.ts';
export { fieldStyles } from '../ui/field.styles.ts';
export { contactRows } from './contact.ts';
export { parts } from '../ui/parts.styles.ts';
