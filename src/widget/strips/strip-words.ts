import type { Placement } from '../../contract/placements.ts';
import type { Recommendation } from '../../contract/recommendations.ts';

type Code = Recommendation['reason']['code'];

/** What a strip says. `{name}` is a product. */
export interface StripWords {
  headings: Readonly<Record<Placement, string>>;
  /** Why a product is shown; `yours` where it goes with what the shopper has. */
  reasons: Readonly<Record<Code | 'yours', string>>;
  add: string;
  adding: string;
  added: string;
  notAdded: string;
  dismiss: string;
  dismissed: string;
  undo: string;
}

const en: StripWords = {
  headings: {
    product: 'Goes well with this',
    cart: 'Goes with what is in your bag',
    home: 'For you',
    order: 'Goes with your order',
    'after-change': 'This may suit you',
    wishlist: 'Like what you saved',
    'search-empty': 'What others like',
  },
  reasons: {
    yours: 'Goes with your {name}',
    bought_together: 'Bought with {name}',
    seen_together: 'Others looked at it with {name}',
    similar: 'Similar to {name}',
    popular: 'Popular right now',
    assortment: 'From our range',
  },
  add: 'Add to bag',
  adding: 'Adding',
  added: 'In your bag',
  notAdded: 'That did not work. Open the product to add it.',
  dismiss: 'Not for me',
  dismissed: 'You will not see {name} here again.',
  undo: 'Undo',
};

const de: StripWords = {
  headings: {
    product: 'Passt gut dazu',
    cart: 'Passt zu deinem Warenkorb',
    home: 'Für dich',
    order: 'Passt zu deiner Bestellung',
    'after-change': 'Das könnte dir gefallen',
    wishlist: 'Ähnlich wie Gemerktes',
    'search-empty': 'Was andere mögen',
  },
  reasons: {
    yours: 'Passt zu: {name}',
    bought_together: 'Oft gekauft mit: {name}',
    seen_together: 'Oft angesehen mit: {name}',
    similar: 'Ähnlich wie {name}',
    popular: 'Gerade beliebt',
    assortment: 'Aus dem Sortiment',
  },
  add: 'In den Warenkorb',
  adding: 'Wird hinzugefügt',
  added: 'Im Warenkorb',
  notAdded: 'Das hat nicht geklappt. Öffne das Produkt, um es hinzuzufügen.',
  dismiss: 'Nichts für mich',
  dismissed: '{name} siehst du hier nicht mehr.',
  undo: 'Rückgängig',
};

const ar: StripWords = {
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

const languages: Readonly<Record<string, StripWords>> = { en, de, ar };

export const stripWordsIn = (locale: string): StripWords =>
  languages[locale.toLowerCase().split('-')[0]!] ?? en;

/** A name may be in another script than the sentence. */
export const naming = (phrase: string, name: string): string =>
  phrase.replace('{name}', `\u2068${name}\u2069`);

export const reasonIn = (
  { reasons }: StripWords,
  { code, seed }: Recommendation['reason'],
): string =>
  naming(reasons[code === 'bought_together' && seed?.own ? 'yours' : code], seed?.name ?? '');
