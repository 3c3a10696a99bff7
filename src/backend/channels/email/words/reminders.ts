/** What the reminder of a return says. `{…}` are filled in; each sentence stands by itself. */
export interface ReminderWords {
  /** Its heading too: {number}, {date}. */
  subject: string;
  /** Under it. */
  notSeen: string;
  /** What becomes of it after that day; `held`: what was sent first is paid for. */
  ends: string;
  held: string;
  /** Where what is needed is found: {order}. */
  how: string;
  sent: string;
  /** Of one that is exchanged for what is sold out; its heading: {number}. */
  soldOut: string;
  /** Under it: {date}. */
  choose: string;
  /** What becomes of it after that day. */
  paidBack: string;
}

export const en: ReminderWords = {
  subject: 'Send return {number} back by {date}',
  notSeen: 'We have not seen it on its way yet.',
  ends: 'After that day it ends by itself: you keep what you have, and no money moves.',
  held: 'After that day it ends by itself: you keep what you have, and pay for what we sent.',
  how: 'All you need is in the panel, with order {order}.',
  sent: 'Already sent? Then there is nothing left to do.',
  soldOut: 'Return {number}: what you wanted is sold out',
  choose: 'Choose something else by {date}, or take what it cost.',
  paidBack: 'After that day what it cost goes back to you by itself.',
};

export const de: ReminderWords = {
  subject: 'Schick Rücksendung {number} bis {date} ab',
  notSeen: 'Wir haben sie noch nicht auf dem Weg gesehen.',
  ends: 'Danach endet sie von selbst: Du behältst, was du hast, und es kommt kein Geld zurück.',
  held: 'Danach endet sie von selbst: Du behältst, was du hast, und bezahlst, was wir geschickt haben.',
  how: 'Was du brauchst, findest du im Fenster bei Bestellung {order}.',
  sent: 'Schon abgeschickt? Dann ist nichts weiter zu tun.',
  soldOut: 'Rücksendung {number}: Was du wolltest, ist ausverkauft',
  choose: 'Such dir bis {date} etwas anderes aus, oder nimm zurück, was es gekostet hat.',
  paidBack: 'Danach bekommst du von selbst zurück, was es gekostet hat.',
};

export const ar: ReminderWords = {
  subject: 'أرسل الإرجاع {number} في موعد أقصاه {date}',
  notSeen: 'لم نره في الطريق بعد.',
  ends: 'بعد ذلك اليوم ينتهي من تلقاء نفسه: تحتفظ بما لديك ولا يُرَد أي مبلغ.',
  held: 'بعد ذلك اليوم ينتهي من تلقاء نفسه: تحتفظ بما لديك وتدفع ثمن ما أرسلناه.',
  how: 'كل ما تحتاجه تجده في النافذة عند الطلب {order}.',
  sent: 'أرسلته بالفعل؟ إذن لم يبقَ عليك شيء.',
  soldOut: 'الإرجاع {number}: ما أردته نفد',
  choose: 'اختر شيئًا آخر في موعد أقصاه {date}، أو استرد ثمنه.',
  paidBack: 'بعد ذلك اليوم يعود إليك ثمنه من تلقاء نفسه.',
};
