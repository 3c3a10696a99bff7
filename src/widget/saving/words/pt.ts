import type { Saving } from '../saving-words.ts';

export const pt: Saving = {
  save: 'Salvar',
  saved: 'Salvo',
  removed: 'Não está mais salvo',
  undo: 'Desfazer',
  full: 'Sua lista está cheia. Remova algo primeiro.',
};
