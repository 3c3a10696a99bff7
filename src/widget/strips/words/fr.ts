import type { StripWords } from '../strip-words.ts';

export const fr: StripWords = {
  headings: {
    product: 'Pour aller avec',
    cart: 'Va avec votre panier',
    home: 'Pour vous',
    order: 'Va avec votre commande',
    'after-change': 'Cela peut vous plaire',
    wishlist: 'Dans le goût de vos favoris',
    'search-empty': 'Ce qui plaît aux autres',
  },
  reasons: {
    yours: 'Va avec {name}',
    bought_together: 'Acheté avec {name}',
    seen_together: 'Vu avec {name}',
    similar: 'Semblable à {name}',
    popular: 'Populaire en ce moment',
    assortment: 'De notre sélection',
  },
  add: 'Ajouter au panier',
  adding: 'Ajout en cours',
  added: 'Dans votre panier',
  notAdded: 'Cela n’a pas marché. Ouvrez le produit pour l’ajouter.',
  dismiss: 'Pas pour moi',
  dismissed: 'Vous ne verrez plus {name} ici.',
  undo: 'Rétablir',
};
