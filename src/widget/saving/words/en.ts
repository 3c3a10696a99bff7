import type { Saving } from '../saving-words.ts';

export const en: Saving = {
  save: 'Save',
  saved: 'Saved',
  removed: 'No longer saved',
  undo: 'Undo',
  full: 'You have saved as much as you can. Take something off your list first.',
};
