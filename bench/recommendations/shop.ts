import { createDice } from '../../src/domain/recommendations/dice.ts';
import { historyOf } from '../../src/domain/recommendations/history.ts';
import { listsFrom, type Gathered } from '../../src/domain/recommendations/model.ts';

export const PRODUCTS = 50_000;
export const [SOLD, SEEN] = [300_000, 700_000];
const SHELF = 100;
const CUSTOMERS = 20_000;

/**
 * A large shop's past, the same each time: shelves of a hundred products, some of them loved, on which
 * most of a visit or a basket stays.
 */
export function aLargeShop() {
  const dice = createDice(11);
  /** Two to nine products. */
  function aList(): number[] {
    const shelf = Math.floor((dice() ** 2 * PRODUCTS) / SHELF) * SHELF;
    return Array.from({ length: 2 + Math.floor(dice() * 8) }, () =>
      dice() < 0.8 ? shelf + Math.floor(dice() ** 2 * SHELF) : Math.floor(dice() * PRODUCTS),
    );
  }
  function* lists(events: number): Generator<number[]> {
    for (let left = events; left > 0;) {
      const list = aList();
      left -= list.length;
      yield list;
    }
  }
  const baskets = historyOf(lists(SOLD));
  const gathered: Gathered = {
    products: Array.from({ length: PRODUCTS }, (_, nth) => ({
      text: `word${nth % 3000} kind${(nth * 7) % 2000} shelf${Math.floor(nth / SHELF)}`,
      price: 500 + (nth % 90) * 100,
    })),
    baskets: listsFrom(baskets),
    owners: Int32Array.from({ length: baskets.lists }, (_, nth) => nth % CUSTOMERS),
    visits: listsFrom(historyOf(lists(SEEN))),
    returned: Int32Array.from({ length: PRODUCTS }, (_, nth) => nth % 3),
  };
  return { gathered, aList };
}
