import type { Saving } from '../saving-words.ts';

export const es: Saving = {
  save: 'Guardar en favoritos',
  saved: 'En favoritos',
  removed: 'Ya no está en favoritos',
  undo: 'Deshacer',
  full: 'Tus favoritos están llenos. Quita algo primero.',
};
