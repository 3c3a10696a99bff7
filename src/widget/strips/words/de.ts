import type { StripWords } from '../strip-words.ts';

export const de: StripWords = {
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
