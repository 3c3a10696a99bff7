import type { Saving } from '../saving-words.ts';

export const ar: Saving = {
  save: 'حفظ',
  saved: 'محفوظ',
  removed: 'أُزيل من المحفوظات',
  undo: 'تراجع',
  full: 'قائمتك ممتلئة. أزل شيئًا منها أولاً.',
};
