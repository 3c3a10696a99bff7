import type { StripWords } from '../strip-words.ts';

export const ar: StripWords = {
  headings: {
    product: 'يناسب هذا المنتج',
    cart: 'يناسب ما في سلتك',
    home: 'لك',
    order: 'يناسب طلبك',
    'after-change': 'قد يناسبك',
    wishlist: 'شبيه بما حفظته',
    'search-empty': 'ما يعجب الآخرين',
  },
  reasons: {
    yours: 'يناسب {name} لديك',
    bought_together: 'يُشترى مع {name}',
    seen_together: 'يُشاهَد مع {name}',
    similar: 'يشبه {name}',
    popular: 'رائج الآن',
    assortment: 'من تشكيلتنا',
  },
  add: 'أضف إلى السلة',
  adding: 'جارٍ الإضافة',
  added: 'في سلتك',
  notAdded: 'لم تنجح الإضافة. افتح صفحة المنتج لإضافته.',
  dismiss: 'لا يناسبني',
  dismissed: 'لن يظهر {name} هنا بعد الآن.',
  undo: 'تراجع',
};
