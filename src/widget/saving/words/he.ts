import type { Saving } from '../saving-words.ts';

export const he: Saving = {
  save: 'שמירה',
  saved: 'נשמר',
  removed: 'כבר לא שמור',
  undo: 'ביטול הפעולה',
  full: 'הרשימה שלכם מלאה. הסירו ממנה משהו קודם.',
};
