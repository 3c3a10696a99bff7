/** What the mail of a receipt says. `{…}` are filled in; each sentence stands by itself. */
export interface ReceiptWords {
  cancelled: string;
  partCancelled: string;
  edited: string;
  returned: string;
  reported: string;
  /** Under it: something is sent, and no money moves. */
  resent: string;
  kept: string;
  undone: string;
  inReview: string;
  /** Under the heading: nothing has been done yet. */
  reviewWhat: string;
  undoneWhat: string;
  /** Of a return whose money waits for it. */
  waits: string;
  /** A line a move: {amount}, {method}. */
  back: string;
  paid: string;
  storeCredit: string;
  days: { one: string; other: string };
  atOnce: string;
  undoUntil: string;
  notYou: string;
}

export const en: ReceiptWords = {
  cancelled: 'Order {number} is cancelled',
  partCancelled: 'Part of order {number} is cancelled',
  edited: 'Order {number} is changed',
  returned: 'Your return from order {number}',
  reported: 'We put order {number} right',
  resent: 'We send it to you once more, at no cost.',
  kept: 'You keep what you had: order {number}',
  undone: 'Order {number} is as it was',
  inReview: 'We look at your wish for order {number}',
  reviewWhat: 'Nothing changes until we have agreed. You hear from us.',
  undoneWhat: 'What you had changed is taken back. No money moves.',
  waits: 'The money moves once we have it back.',
  back: '{amount} back to {method}',
  paid: '{amount} from {method}',
  storeCredit: 'store credit',
  days: { one: 'within {to} working day', other: 'within {to} working days' },
  atOnce: 'at once',
  undoUntil: 'You can take this back in the panel until {time}.',
  notYou: 'Was this not you? Tell {shop} at once.',
};

export const de: ReceiptWords = {
  cancelled: 'Bestellung {number} ist storniert',
  partCancelled: 'Ein Teil von Bestellung {number} ist storniert',
  edited: 'Bestellung {number} ist geändert',
  returned: 'Deine Rücksendung aus Bestellung {number}',
  reported: 'Wir bringen Bestellung {number} in Ordnung',
  resent: 'Du bekommst es noch einmal, ohne Kosten.',
  kept: 'Du behältst, was du hattest: Bestellung {number}',
  undone: 'Bestellung {number} ist wie zuvor',
  inReview: 'Wir sehen uns deinen Wunsch zu Bestellung {number} an',
  reviewWhat: 'Nichts ändert sich, bevor wir zugestimmt haben. Du hörst von uns.',
  undoneWhat: 'Deine Änderung ist zurückgenommen. Es wird kein Geld bewegt.',
  waits: 'Das Geld kommt, sobald die Ware wieder bei uns ist.',
  back: '{amount} zurück auf {method}',
  paid: '{amount} von {method}',
  storeCredit: 'Guthaben',
  days: { one: 'innerhalb von {to} Werktag', other: 'innerhalb von {to} Werktagen' },
  atOnce: 'sofort',
  undoUntil: 'Bis {time} kannst du das im Fenster zurücknehmen.',
  notYou: 'Warst du das nicht? Sag {shop} gleich Bescheid.',
};

export const ar: ReceiptWords = {
  cancelled: 'أُلغي الطلب {number}',
  partCancelled: 'أُلغي جزء من الطلب {number}',
  edited: 'تغيّر الطلب {number}',
  returned: 'إرجاعك من الطلب {number}',
  reported: 'نصحّح الطلب {number}',
  resent: 'نرسله إليك مرة أخرى دون مقابل.',
  kept: 'تحتفظ بما كان لديك: الطلب {number}',
  undone: 'عاد الطلب {number} كما كان',
  inReview: 'ننظر في ما طلبته بشأن الطلب {number}',
  reviewWhat: 'لا يتغير شيء قبل أن نوافق. سنخبرك.',
  undoneWhat: 'أُلغي التغيير الذي طلبته. لا يُحوَّل أي مبلغ.',
  waits: 'يُرَد المبلغ حالما يصلنا ما ترجعه.',
  back: '{amount} تعود إلى {method}',
  paid: '{amount} من {method}',
  storeCredit: 'رصيد المتجر',
  days: { one: 'خلال يوم عمل واحد', other: 'خلال {to} أيام عمل' },
  atOnce: 'فورًا',
  undoUntil: 'يمكنك التراجع عن هذا في النافذة حتى {time}.',
  notYou: 'لم تكن أنت؟ أخبر {shop} فورًا.',
};
