import type { AlertKind } from '../../../../contract/wishlists.ts';

/** What the mail says that a shopper has asked for. `{…}` are filled in. */
export interface AlertWords {
  /** Its subject and heading. */
  headings: Record<AlertKind, string>;
  what: Record<AlertKind, string>;
  see: string;
  /** Of both: why it comes, how it ends. */
  why: string;
  stop: string;
}

const en: AlertWords = {
  headings: {
    back: '{product} is back',
    price: '{product} costs less now',
    low: 'Few of {product} are left',
  },
  what: {
    back: '{variant} can be had again, for {price}.',
    price: '{variant} is {price} now.',
    low: '{variant}: {left} left, for {price}.',
  },
  see: 'See it',
  why: 'You asked {shop} for this one mail.',
  stop: 'No more mails about it',
};

const de: AlertWords = {
  headings: {
    back: '{product} ist wieder da',
    price: '{product} kostet jetzt weniger',
    low: 'Nur noch wenige: {product}',
  },
  what: {
    back: '{variant} ist wieder zu haben, für {price}.',
    price: '{variant} kostet jetzt {price}.',
    low: '{variant}: noch {left} da, für {price}.',
  },
  see: 'Ansehen',
  why: 'Um diese eine Mail hast du {shop} gebeten.',
  stop: 'Keine Mails mehr dazu',
};

const ar: AlertWords = {
  headings: {
    back: 'عاد {product}',
    price: 'انخفض سعر {product}',
    low: 'بقي القليل من {product}',
  },
  what: {
    back: '{variant} متوفر من جديد بسعر {price}.',
    price: 'سعر {variant} الآن {price}.',
    low: '{variant}: بقي {left} فقط، بسعر {price}.',
  },
  see: 'عرض المنتج',
  why: 'طلبت هذه الرسالة الواحدة من {shop}.',
  stop: 'لا مزيد من الرسائل عنه',
};

export const alertWords = { en, de, ar };
