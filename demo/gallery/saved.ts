import { products } from '../products.js';

/** What a visitor has saved, as their own browser keeps it: six things, one of them cheaper by now. */
export function fillList(shop: string): void {
  const device = 'gallery-device';
  const at = (minute: number) => `2026-11-20T10:${String(10 + minute).padStart(2, '0')}:00.000Z`;
  const written = (minute: number) => ({ at: at(minute), device, unsent: true });
  const ids = ['knit2', 'coat', 'bag', 'boot', 'trousers', 'knit3'];
  const wishes = ids.map((product, nth) => ({
    product,
    ...(product === 'boot' && { variant: 'boot-38' }),
    list: nth % 2 ? 'saved' : 'l-winter',
    quantity: 1,
    savedAt: at(9 - nth),
    price: { amount: priceOf(product) + (product === 'knit2' ? 3300 : 0), currency: 'EUR' },
    ...written(9 - nth),
  }));
  const lists = [{ id: 'l-winter', name: 'Winter', ...written(0) }];
  localStorage.setItem(`fd::${shop}:wishes`, JSON.stringify({ device, lists, wishes }));
}

const priceOf = (id: string) => products.find((one) => one.id === id)?.price ?? 0;
