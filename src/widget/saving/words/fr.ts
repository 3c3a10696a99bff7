import type { Saving } from '../saving-words.ts';

export const fr: Saving = {
  save: 'Ajouter aux favoris',
  saved: 'Dans vos favoris',
  removed: 'Retiré des favoris',
  undo: 'Rétablir',
  full: 'Vos favoris sont pleins. Retirez d’abord quelque chose.',
};
