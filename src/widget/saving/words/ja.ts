import type { Saving } from '../saving-words.ts';

export const ja: Saving = {
  save: 'お気に入りに追加',
  saved: 'お気に入り',
  removed: 'お気に入りから外しました',
  undo: '元に戻す',
  full: 'お気に入りがいっぱいです。先に何か外してください。',
};
