/** What the rooms that change an order share, as one chunk beside the room's own. */
export { ChangeRoom } from './change-room.ts';
export { money } from '../locales/figures.ts';
export { choice, choices } from '../ui/choice.ts';
export { payers, takers } from './takers.ts';
