import type { StripWords } from '../strip-words.ts';

export const en: StripWords = {
  headings: {
    product: 'Goes well with this',
    cart: 'Goes with what is in your cart',
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
  add: 'Add to cart',
  adding: 'Adding',
  added: 'In your cart',
  notAdded: 'That did not work. Open the product to add it.',
  dismiss: 'Not for me',
  dismissed: 'You will not see {name} here again.',
  undo: 'Undo',
};
