import type { Saving } from '../saving-words.ts';

export const nl: Saving = {
  save: 'Bewaren',
  saved: 'Bewaard',
  removed: 'Niet meer bewaard',
  undo: 'Ongedaan maken',
  full: 'Je lijst is vol. Haal er eerst iets af.',
};
