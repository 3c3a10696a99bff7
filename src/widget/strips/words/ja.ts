import type { StripWords } from '../strip-words.ts';

export const ja: StripWords = {
  headings: {
    product: '一緒におすすめ',
    cart: 'カートの商品に合うもの',
    home: 'おすすめ',
    order: '注文に合うもの',
    'after-change': 'こちらはいかがですか',
    wishlist: 'お気に入りに似たもの',
    'search-empty': '人気の商品',
  },
  reasons: {
    yours: 'お持ちの{name}に合います',
    bought_together: '{name}と一緒に買われています',
    seen_together: '{name}と一緒に見られています',
    similar: '{name}に似ています',
    popular: '今人気です',
    assortment: '取り扱い商品から',
  },
  add: 'カートに入れる',
  adding: '追加中',
  added: 'カートに入っています',
  notAdded: 'うまくいきませんでした。商品ページから追加してください。',
  dismiss: '興味がない',
  dismissed: '{name}はここに表示されなくなります。',
  undo: '元に戻す',
};
