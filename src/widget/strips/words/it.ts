import type { StripWords } from '../strip-words.ts';

export const it: StripWords = {
  headings: {
    product: 'Sta bene con questo',
    cart: 'Sta bene con il tuo carrello',
    home: 'Per te',
    order: 'Sta bene con il tuo ordine',
    'after-change': 'Potrebbe piacerti',
    wishlist: 'Simile ai tuoi preferiti',
    'search-empty': 'Che cosa piace agli altri',
  },
  reasons: {
    yours: 'Sta bene con {name}',
    bought_together: 'Comprato con {name}',
    seen_together: 'Visto con {name}',
    similar: 'Simile a {name}',
    popular: 'Popolare ora',
    assortment: 'Dalla nostra selezione',
  },
  add: 'Aggiungi al carrello',
  adding: 'Aggiunta in corso',
  added: 'Nel tuo carrello',
  notAdded: 'Non ha funzionato. Apri il prodotto per aggiungerlo.',
  dismiss: 'Non fa per me',
  dismissed: 'Qui non vedrai più {name}.',
  undo: 'Ripristina',
};
