import { atom, type ReadableAtom } from 'nanostores';
import type { OrderPage, OrderQuery, OrderSummary } from '../../contract/orders.ts';
import type { Client } from '../client/client.ts';
import { asProblem, type Problem } from '../client/problem.ts';
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

export interface OrdersStore {
  /** What was chosen; without a choice all orders, newest first. */
  readonly $state: ReadableAtom<OrdersState>;
  /** All orders whatever is chosen: home shows what is on its way from here. */
  readonly $all: ReadableAtom<OrdersState>;
  need(): void;
  load(): Promise<void>;
  /** One page further; does nothing while one is on its way or none is left. */
  more(): Promise<void>;
  choose(choice: OrderChoice): void;
}

/** What the desk does with the lists beside the rooms. */
export interface OrdersKeeper extends OrdersStore {
  /** An order was read anew: its row follows. */
  update(order: OrderSummary): void;
  /** Is it in one of the lists? */
  has(id: string): boolean;
  /** Lists that were read are read again. */
  renew(): void;
  retry(): void;
  reset(): void;
}

interface List extends RemoteStore<OrderPage> {
  readonly choice: OrderChoice;
  readonly $list: ReadableAtom<OrdersState>;
  more(): Promise<void>;
}

/** Told on the first page of any choice, true for all. */
interface Years {
  known: readonly number[];
}

const ALL: OrderChoice = { filter: 'all' };
const nameOf = ({ filter, year = 0 }: OrderChoice) => `${filter} ${year}`;

/** The customer's orders, a list for each choice, so that going back to one shows at once. */
export function createOrders(client: Client): OrdersKeeper {
  const lists = new Map<string, List>();
  const years: Years = { known: [] };

  function listOf(choice: OrderChoice): List {
    const name = nameOf(choice);
    const known = lists.get(name);
    if (known) return known;
    const list = createList(client, choice, years);
    lists.set(name, list);
    list.$list.listen(() => {
      if (list === chosen) show();
    });
    return list;
  }
  const all = listOf(ALL);
  let chosen = all;
  const $state = atom<OrdersState>(all.$list.get());
  const show = () => $state.set(chosen.$list.get());

  return {
    $state,
    $all: all.$list,
    need: () => chosen.need(),
    load: () => chosen.load(),
    more: () => chosen.more(),
    choose(choice) {
      chosen = listOf(choice);
      show();
      chosen.need();
    },
    update(order) {
      for (const { $state: $page, put } of lists.values()) {
        const page = $page.get();
        if (page.is !== 'ready' || !page.value.items.some(({ id }) => id === order.id)) continue;
        put({
          ...page.value,
          items: page.value.items.map((row) => (row.id === order.id ? order : row)),
        });
      }
    },
    has: (id) =>
      [...lists.values()].some(({ $state: $page }) =>
        $page.get().value?.items.some((row) => row.id === id),
      ),
    renew() {
      for (const list of lists.values()) {
        if (list === chosen || list === all) list.renew();
        else list.reset();
      }
    },
    retry() {
      for (const list of lists.values()) if (list.$state.get().is === 'failed') void list.load();
    },
    reset() {
      years.known = [];
      for (const list of lists.values()) list.reset();
      chosen = all;
      show();
    },
  };
}

function createList(client: Client, choice: OrderChoice, years: Years): List {
  let more: More = { is: 'idle' };
  const page: RemoteStore<OrderPage> = createRemote(async (signal) => {
    const before = page.$state.get().value;
    const first = await client.listOrders(choice, signal);
    years.known = first.years ?? years.known;
    return refreshed(first, before);
  });
  const state = (): OrdersState => ({
    ...page.$state.get(),
    ...choice,
    years: years.known,
    more,
  });
  const $list = atom(state());
  page.$state.listen(({ is }) => {
    // a page that was on its way belongs to rows that are read anew
    if (is !== 'ready') more = { is: 'idle' };
    $list.set(state());
  });
  const tell = (now: More) => {
    more = now;
    $list.set(state());
  };

  async function readMore(): Promise<void> {
    const before = page.$state.get();
    if (before.is !== 'ready' || !before.value.next || more.is === 'loading') return;
    const mine: More = { is: 'loading' };
    const isMine = () => more === mine;
    tell(mine);
    try {
      const further = await client.listOrders({ ...choice, cursor: before.value.next });
      if (!isMine()) return;
      more = { is: 'idle' };
      page.put(joined(page.$state.get().value ?? before.value, further));
    } catch (error) {
      if (isMine()) tell({ is: 'failed', problem: asProblem(error) });
    }
  }
  return { ...page, choice, $list, more: readMore };
}

/** An order that slid to the next page while the shopper read is shown once. */
function joined(rows: OrderPage, further: OrderPage): OrderPage {
  const shown = new Set(rows.items.map(({ id }) => id));
  const { next: _, ...kept } = rows;
  return {
    ...kept,
    items: [...rows.items, ...further.items.filter(({ id }) => !shown.has(id))],
    ...(further.next && { next: further.next }),
  };
}

/** The first page read again leaves the rows below it where the shopper has scrolled to. */
const refreshed = (first: OrderPage, before: OrderPage | undefined): OrderPage =>
  first.next && before && before.items.length > first.items.length ? joined(first, before) : first;
