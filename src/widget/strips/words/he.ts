import type { StripWords } from '../strip-words.ts';

export const he: StripWords = {
  headings: {
    product: 'מתאים לזה',
    cart: 'מתאים למה שבסל',
    home: 'בשבילכם',
    order: 'מתאים להזמנה שלכם',
    'after-change': 'אולי זה יתאים לכם',
    wishlist: 'דומה למה ששמרתם',
    'search-empty': 'מה שאחרים אוהבים',
  },
  reasons: {
    yours: 'מתאים ל: {name}',
    bought_together: 'נקנה יחד עם {name}',
    seen_together: 'נצפה יחד עם {name}',
    similar: 'דומה ל: {name}',
    popular: 'פופולרי עכשיו',
    assortment: 'מהמבחר שלנו',
  },
  add: 'הוספה לסל',
  adding: 'בהוספה',
  added: 'בסל שלכם',
  notAdded: 'זה לא הצליח. פתחו את המוצר כדי להוסיף אותו.',
  dismiss: 'לא בשבילי',
  dismissed: '{name} לא יוצג כאן שוב.',
  undo: 'ביטול הפעולה',
};
