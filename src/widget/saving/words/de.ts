import type { Saving } from '../saving-words.ts';

export const de: Saving = {
  save: 'Merken',
  saved: 'Gemerkt',
  removed: 'Nicht mehr gemerkt',
  undo: 'Rückgängig',
  full: 'Deine Merkliste ist voll. Nimm zuerst etwas heraus.',
};
