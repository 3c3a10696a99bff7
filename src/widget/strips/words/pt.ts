import type { StripWords } from '../strip-words.ts';

export const pt: StripWords = {
  headings: {
    product: 'Combina com este produto',
    cart: 'Combina com o seu carrinho',
    home: 'Para você',
    order: 'Combina com o seu pedido',
    'after-change': 'Talvez você goste',
    wishlist: 'Parecido com seus favoritos',
    'search-empty': 'O que agrada a outras pessoas',
  },
  reasons: {
    yours: 'Combina com: {name}',
    bought_together: 'Comprado junto com {name}',
    seen_together: 'Visto junto com {name}',
    similar: 'Parecido com {name}',
    popular: 'Em alta agora',
    assortment: 'Da nossa seleção',
  },
  add: 'Adicionar ao carrinho',
  adding: 'Adicionando',
  added: 'No seu carrinho',
  notAdded: 'Não deu certo. Abra o produto para adicionar.',
  dismiss: 'Não é para mim',
  dismissed: 'Você não verá mais {name} aqui.',
  undo: 'Desfazer',
};
