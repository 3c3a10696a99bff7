import { append, createHistory } from '../../domain/recommendations/history.ts';
import { listsFrom, type Gathered } from '../../domain/recommendations/model.ts';
import { createVisits } from '../../domain/recommendations/visits.ts';
import type {
  EventSource,
  Named,
  Sale,
  SaleMark,
  SalesSource,
  SentBack,
  ToldEvent,
} from '../ports.ts';

export interface Sources {
  sales: SalesSource | undefined;
  events: EventSource | undefined;
}

/** What is read at once: others are answered in between. */
export const PAGE = 200;
/** Of a shop with more orders the latest count: they bound what a model weighs. */
const MOST_ORDERS = 300_000;

/** What of an event is a look, or more. */
const looks: ReadonlySet<string> = new Set(['product_viewed', 'cart_added', 'wished']);

/** Reads a shop's whole past. */
export async function gather(
  shop: string,
  { sales, events }: Sources,
): Promise<{ gathered: Gathered; ids: string[]; sale: SaleMark | undefined; sequence: number }> {
  const numbers = new Map<string, number>();
  const numberOf = (id: string): number =>
    numbers.get(id) ?? (numbers.set(id, numbers.size), numbers.size - 1);
  const products: { text: string; price?: number }[] = [];
  const baskets = createHistory();
  const owners: number[] = [];
  const ownerNumbers = new Map<string, number>();
  const visits = createHistory();
  const back = new Map<number, number>();
  let sale: SaleMark | undefined;
  let sequence = 0;

  if (sales) {
    for await (const { id, ...said } of all<Named>((last) =>
      sales.described(shop, last?.id ?? '', PAGE),
    ))
      products[numberOf(id)] = said;
    const from = await sales.beforeLatest(shop, MOST_ORDERS);
    for await (const one of all<Sale>((last) => sales.sales(shop, last ?? from, PAGE))) {
      const { customer } = one;
      sale = { id: one.id, at: one.at };
      append(baskets, one.products.map(numberOf));
      if (customer !== undefined && !ownerNumbers.has(customer))
        ownerNumbers.set(customer, ownerNumbers.size);
      owners.push(customer === undefined ? -1 : ownerNumbers.get(customer)!);
    }
    for await (const { products: sent } of all<SentBack>((last) =>
      sales.sentBack(shop, last?.id ?? '', PAGE),
    ))
      for (const item of sent.map(numberOf)) back.set(item, (back.get(item) ?? 0) + 1);
  }
  if (events) {
    const { take, open } = createVisits();
    const add = (visit: string[]) => append(visits, visit.map(numberOf));
    for await (const event of all<ToldEvent>((last) =>
      events.since(shop, last?.sequence ?? 0, PAGE),
    )) {
      ({ sequence } = event);
      lookOf(event).flatMap(take).forEach(add);
    }
    // those that go on are cut: whoever reads the model begins where it ends
    open().forEach(add);
  }
  const gathered: Gathered = {
    products: Array.from(numbers.values(), (item) => products[item] ?? { text: '' }),
    baskets: listsFrom(baskets),
    owners: Int32Array.from(owners),
    visits: listsFrom(visits),
    returned: Int32Array.from(numbers.values(), (item) => back.get(item) ?? 0),
  };
  return { gathered, ids: [...numbers.keys()], sale, sequence };
}

/** Nothing, or one. */
export const lookOf = ({ who, type, product, at }: ToldEvent) =>
  looks.has(type) && product !== undefined
    ? [{ who: 'customer' in who ? `c ${who.customer}` : `v ${who.visitor}`, product, at }]
    : [];

/** Page by page until one is empty; at least half of the time is left to all else. */
export async function* all<Row>(
  next: (last: Row | undefined) => Promise<readonly Row[]>,
): AsyncGenerator<Row> {
  let last: Row | undefined;
  for (;;) {
    const began = performance.now();
    const page = await next(last);
    if (page.length === 0) return;
    yield* page;
    last = page.at(-1);
    // a database in this process answers without letting anybody else have a turn
    await new Promise((resolve) => setTimeout(resolve, performance.now() - began));
  }
}
