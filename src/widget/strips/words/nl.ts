import type { StripWords } from '../strip-words.ts';

export const nl: StripWords = {
  headings: {
    product: 'Past hier goed bij',
    cart: 'Past bij wat in je winkelwagen zit',
    home: 'Voor jou',
    order: 'Past bij je bestelling',
    'after-change': 'Dit past misschien bij je',
    wishlist: 'Lijkt op wat je hebt bewaard',
    'search-empty': 'Wat anderen leuk vinden',
  },
  reasons: {
    yours: 'Past bij: {name}',
    bought_together: 'Vaak gekocht met {name}',
    seen_together: 'Vaak bekeken met {name}',
    similar: 'Lijkt op {name}',
    popular: 'Nu populair',
    assortment: 'Uit ons assortiment',
  },
  add: 'In winkelwagen',
  adding: 'Toevoegen',
  added: 'In je winkelwagen',
  notAdded: 'Dat is niet gelukt. Open het product om het toe te voegen.',
  dismiss: 'Niets voor mij',
  dismissed: '{name} zie je hier niet meer.',
  undo: 'Ongedaan maken',
};
