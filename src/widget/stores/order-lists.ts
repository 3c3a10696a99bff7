import { atom, type ReadableAtom } from 'nanostores';
import type { OrderPage, OrderQuery, OrderSummary } from '../../contract/orders.ts';
import { listOrders } from '../client/orders.ts';
import { asProblem, type Problem } from '../client/problem.ts';
import type { Ground } from './ground.ts';
import { keptRows, withRow } from './order-rows.ts';
import { createRemote, type Remote, type RemoteStore } from './remote.ts';

export interface OrderChoice {
  readonly filter: OrderQuery['filter'];
  readonly year?: number;
}

/** A further page, below the rows that are there. */
export type More = { is: 'idle' } | { is: 'loading' } | { is: 'failed'; problem: Problem };

/**
 * The orders of one choice: `value` has the rows read so far, `next` when there are more. Filter,
 * year and the years with orders are known in every state.
 */
export type OrdersState = Remote<OrderPage> &
  OrderChoice & { years: readonly number[]; more: More };

export interface OrderLists {
  /** What was chosen; without a choice all orders, newest first. */
  readonly $state: ReadableAtom<OrdersState>;
  need(): void;
  load(): Promise<void>;
  /** One page further; does nothing while one is on its way or none is left. */
  more(): Promise<void>;
  choose(choice: OrderChoice): void;
}

interface List {
  readonly choice: OrderChoice;
  readonly first: RemoteStore<OrderPage>;
  /** The rows below the first page. */
  further: OrderPage | undefined;
  more: More;
}

const ALL: OrderChoice = { filter: 'all' };
const NO_MORE: More = { is: 'idle' };
const nameOf = ({ filter, year = 0 }: OrderChoice) => `${filter} ${year}`;

/** The customer's orders, a list for each choice, so that going back to one shows at once. */
export function createOrderLists({ send, seen, orders, keep }: Ground): OrderLists {
  const lists = new Map<string, List>();
  let years: readonly number[] = [];

  function listOf(choice: OrderChoice): List {
    const name = nameOf(choice);
    const known = lists.get(name);
    if (known) return known;
    const isDesks = name === nameOf(ALL);
    const first = isDesks
      ? orders
      : createRemote((signal) => listOrders(send, choice, signal), seen);
    // the desk's own hears of everything by itself
    if (!isDesks) keep(keptRows(first));
    const list: List = { choice, first, further: undefined, more: NO_MORE };
    lists.set(name, list);
    first.$state.listen(() => {
      if (list === chosen) show();
    });
    return list;
  }
  let chosen = listOf(ALL);
  const state = (): OrdersState => {
    const { choice, first, further, more } = chosen;
    const page = first.$state.get();
    years = page.value?.years ?? years;
    return { ...joined(page, further), ...choice, years, more };
  };
  const $state = atom(state());
  const show = () => $state.set(state());

  async function more(list = chosen): Promise<void> {
    const next = (list.further ?? list.first.$state.get().value)?.next;
    if (!next || list.more.is === 'loading') return;
    const mine: More = { is: 'loading' };
    list.more = mine;
    show();
    try {
      const page = await listOrders(send, { ...list.choice, cursor: next });
      // forgotten meanwhile
      if (list.more !== mine) return;
      list.further = { ...page, items: [...(list.further?.items ?? []), ...page.items] };
      list.more = NO_MORE;
    } catch (error) {
      if (list.more === mine) list.more = { is: 'failed', problem: asProblem(error) };
    }
    show();
  }

  keep({
    reset() {
      years = [];
      for (const list of lists.values()) {
        list.further = undefined;
        list.more = NO_MORE;
      }
      chosen = listOf(ALL);
      show();
    },
    update(order) {
      for (const list of lists.values()) {
        if (list.further) list.further = withRow(list.further, order);
      }
      show();
    },
  });

  return {
    $state,
    need: () => chosen.first.need(),
    load: () => chosen.first.load(),
    more: () => more(),
    choose(choice) {
      chosen = listOf(choice);
      show();
      chosen.first.need();
    },
  };
}

/** All rows read so far. An order that slid to the next page while the shopper read is shown once. */
function joined(page: Remote<OrderPage>, further: OrderPage | undefined): Remote<OrderPage> {
  // a first page that is now the last has all there is
  if (!further || !page.value?.next) return page;
  const { next: _, ...first } = page.value;
  const rows = new Map<string, OrderSummary>();
  for (const row of [...first.items, ...further.items])
    if (!rows.has(row.id)) rows.set(row.id, row);
  const value: OrderPage = {
    ...first,
    items: [...rows.values()],
    ...(further.next && { next: further.next }),
  };
  return { ...page, value } as Remote<OrderPage>;
}
