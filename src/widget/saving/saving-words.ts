/** What the button in the page says, before anything else of the desk is there. */
export interface Saving {
  save: string;
  saved: string;
  removed: string;
  undo: string;
  full: string;
}

const en: Saving = {
  save: 'Save',
  saved: 'Saved',
  removed: 'No longer saved',
  undo: 'Undo',
  full: 'You have saved as much as you can. Take something off your list first.',
};
const de: Saving = {
  save: 'Merken',
  saved: 'Gemerkt',
  removed: 'Nicht mehr gemerkt',
  undo: 'Rückgängig',
  full: 'Deine Merkliste ist voll. Nimm zuerst etwas heraus.',
};
const ar: Saving = {
  save: 'حفظ',
  saved: 'محفوظ',
  removed: 'أُزيل من المحفوظات',
  undo: 'تراجع',
  full: 'قائمتك ممتلئة. أزل شيئًا منها أولاً.',
};

const languages: Readonly<Record<string, Saving>> = { en, de, ar };

export const savingIn = (locale: string): Saving =>
  languages[locale.toLowerCase().split('-')[0]!] ?? en;
