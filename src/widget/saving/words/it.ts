import type { Saving } from '../saving-words.ts';

export const it: Saving = {
  save: 'Salva nei preferiti',
  saved: 'Nei preferiti',
  removed: 'Non più nei preferiti',
  undo: 'Ripristina',
  full: 'I tuoi preferiti sono pieni. Prima togli qualcosa.',
};
