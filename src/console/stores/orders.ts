import { atom, type ReadableAtom } from 'nanostores';
import type {
  StaffChangeRequest,
  StaffOrder,
  StaffQuote,
  StaffReceipt,
  StaffWhy,
} from '../../contract/staff-orders.ts';
import { asProblem, type Problem } from '../../widget/client/problem.ts';
import type { Send } from '../../widget/client/request.ts';
import { randomId } from '../../widget/host/random-id.ts';
import { createRemote, type RemoteStore } from '../../widget/stores/remote.ts';
import { getOrder, makeChange, quoteChange, undoChange } from '../client/orders.ts';

/** What the sheet is open for. */
export const orderActs = [
  ...(['cancel', 'editItems', 'editAddress', 'editContact', 'editShipping'] as const),
  ...(['editPayment', 'return', 'exchange'] as const),
] as const;
export type OrderAct = (typeof orderActs)[number];

export interface OrderWork {
  busy: boolean;
  /** What was asked for, and what it comes to. */
  asked?: { request: StaffChangeRequest; quote: StaffQuote };
  problem?: Problem;
  done?: StaffReceipt;
}

/** The order that is open beside its customer, and what is done with it for them. */
export interface Orders {
  $open: ReadableAtom<string | undefined>;
  $order: RemoteStore<StaffOrder>['$state'];
  $act: ReadableAtom<OrderAct | undefined>;
  $work: ReadableAtom<OrderWork>;
  open(id: string | undefined): void;
  /** Reads the one that is open, where that was not read. */
  need(): void;
  /** Opens the sheet, or closes it. */
  begin(act: OrderAct | undefined): void;
  quote(request: StaffChangeRequest): Promise<void>;
  /** The choice is another: what was quoted is no more. */
  change(): void;
  /** True when it is done. */
  confirm(why: StaffWhy): Promise<boolean>;
  undo(receipt: string): Promise<void>;
}

/** `changed`: what stands beside has changed with it. */
export function createOrders(send: Send, changed: () => void): Orders {
  const $open = atom<string | undefined>();
  const $act = atom<OrderAct | undefined>();
  const $work = atom<OrderWork>({ busy: false });
  const order = createRemote((signal) => getOrder(send, $open.get() ?? '', signal));
  /** One wish has one key: sent again after a lost answer it is not done twice. */
  let wish: { of: string; key: string } | undefined;

  async function work(doing: () => Promise<OrderWork>): Promise<boolean> {
    if ($work.get().busy) return false;
    const before = $work.get();
    $work.set({ ...(before.asked && { asked: before.asked }), busy: true });
    try {
      $work.set(await doing());
      return true;
    } catch (error) {
      const problem = asProblem(error);
      // the quote is worth nothing any more: another is asked for
      const isOver = problem.code === 'quote_changed' || problem.code === 'quote_expired';
      $work.set({ ...(before.asked && !isOver && { asked: before.asked }), busy: false, problem });
      if (isOver) await order.load();
      return false;
    }
  }

  const after = async (done: StaffReceipt): Promise<OrderWork> => {
    await order.load();
    changed();
    return { busy: false, done };
  };

  return {
    ...{ $open, $act, $work, $order: order.$state },
    open(id) {
      if (id === $open.get()) return;
      $open.set(id);
      $act.set(undefined);
      $work.set({ busy: false });
      order.reset();
    },
    need() {
      if ($open.get() !== undefined) order.need();
    },
    begin(act) {
      $act.set(act);
      if (act) $work.set({ busy: false });
    },
    async quote(request) {
      const id = $open.get();
      if (id === undefined) return;
      await work(async () => ({
        busy: false,
        asked: { request, quote: await quoteChange(send, id, request) },
      }));
    },
    change() {
      const { busy, asked, problem } = $work.get();
      if (!busy && (asked || problem)) $work.set({ busy: false });
    },
    async confirm(why) {
      const [id, { asked }] = [$open.get(), $work.get()];
      if (id === undefined || !asked) return false;
      const body = { ...asked.request, quote: asked.quote.id, why };
      const of = JSON.stringify(body);
      if (wish?.of !== of) wish = { of, key: randomId() };
      const { key } = wish;
      const isDone = await work(async () => after(await makeChange(send, id, body, key)));
      if (isDone) $act.set(undefined);
      return isDone;
    },
    async undo(receipt) {
      const id = $open.get();
      if (id === undefined) return;
      await work(async () => after(await undoChange(send, id, receipt, randomId())));
    },
  };
}
