import { RecommendationList } from '../../src/contract/recommendations.ts';
import type { OrderRow } from '../../src/contract/import.ts';
import type { Placement } from '../../src/contract/placements.ts';
import { reasonIn, stripWordsIn } from '../../src/widget/strips/strip-words.ts';
import { matchCreditNotes } from '../credit-notes/credit-notes.ts';
import { openDesk, type Desk } from '../credit-notes/desk.ts';
import { reconcile } from '../credit-notes/reconcile.ts';
import { soldShop } from '../credit-notes/shop.ts';
import { createDice } from '../../src/domain/recommendations/dice.ts';
import { shuffled } from '../../src/domain/recommendations/questions.ts';
import { readOnlineRetail } from '../data/online-retail.ts';

/** So many products of a strip are told, and of what somebody bought. */
const SHOWN = 8;
const BOUGHT = 12;

/**
 * Serves online-retail as a shop, and tells what some of its customers bought, gave back, and see of
 * recommendations. Of the others' credit notes nothing is given back.
 */
export async function showStrips(data: string, customers: number): Promise<void> {
  const source = readOnlineRetail(data);
  const rows = soldShop(source);
  const names = new Map(source.products.map(({ sku, title }) => [sku, title]));
  const chosen = shuffled(
    [...new Set(rows.orders.flatMap(({ customer }) => customer ?? []))].sort(),
    createDice(20),
  ).slice(0, customers);
  const notes = matchCreditNotes(source, rows.orders);
  const desk = await openDesk(rows);
  try {
    for (const customer of chosen) {
      const orders = rows.orders.filter((order) => order.customer === customer);
      for (const note of notes) if (note.customer === customer) await reconcile(note, desk);
      const back = notes
        .filter((note) => note.customer === customer)
        .flatMap(({ lines }) => lines.map(({ sku }) => sku));
      console.log(`\n# ${customer}: ${orders.length} orders`);
      console.log(`bought: ${named(boughtIn(orders).slice(-BOUGHT))}`);
      if (back.length) console.log(`gave back: ${named(back)}`);
      await strips(desk, customer, orders);
    }
  } finally {
    await desk.close();
  }

  function named(skus: readonly string[]): string {
    return [...new Set(skus)].map((sku) => names.get(sku) ?? sku).join('; ');
  }
}

const boughtIn = (orders: readonly OrderRow[]): string[] =>
  orders.flatMap(({ lines }) => lines.map(({ product }) => product));

/** What leads to each: the page of what they bought last, half of their last order, … */
async function strips(desk: Desk, customer: string, orders: readonly OrderRow[]): Promise<void> {
  const last = orders.at(-1)!.lines.map(({ product }) => product);
  const asked: [Placement, string][] = [
    ['home', ''],
    ['product', `product=${last[0]}`],
    ['cart', `cart=${last.slice(0, 3).join()}`],
    ['order', `product=${last.slice(-30).join()}`],
    ['wishlist', `product=${last.slice(0, 2).join()}`],
    ['after-change', `product=${last.at(-1)}`],
    ['search-empty', ''],
  ];
  const words = stripWordsIn('en');
  for (const [placement, leads] of asked) {
    const query = `/recommendations?placement=${placement}&limit=${SHOWN}&${leads}`;
    const { items } = await desk.read(customer, query, RecommendationList);
    console.log(`- ${placement}${items.length ? '' : ': hidden'}`);
    for (const { product, reason } of items)
      console.log(`    ${product.name}  [${reasonIn(words, reason)}]`);
  }
}
