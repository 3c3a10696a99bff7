import type { StripWords } from '../strip-words.ts';

export const es: StripWords = {
  headings: {
    product: 'Combina con esto',
    cart: 'Combina con tu carrito',
    home: 'Para ti',
    order: 'Combina con tu pedido',
    'after-change': 'Esto puede gustarte',
    wishlist: 'Parecido a tus favoritos',
    'search-empty': 'Lo que gusta a otros',
  },
  reasons: {
    yours: 'Va con {name}',
    bought_together: 'Comprado con {name}',
    seen_together: 'Visto con {name}',
    similar: 'Parecido a {name}',
    popular: 'Popular ahora',
    assortment: 'De nuestra selección',
  },
  add: 'Añadir al carrito',
  adding: 'Añadiendo',
  added: 'En tu carrito',
  notAdded: 'No ha funcionado. Abre el producto para añadirlo.',
  dismiss: 'No es para mí',
  dismissed: 'Ya no verás {name} aquí.',
  undo: 'Deshacer',
};
