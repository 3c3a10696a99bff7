import type { EditRequest } from '../../contract/edits.ts';
import type { StaffChangeRequest, StaffOrder } from '../../contract/staff-orders.ts';
import type { OrderAct } from '../stores/orders.ts';
import { outcomesFor, unitsOf, type OrderDraft } from './order-draft.ts';

type Wish = StaffChangeRequest | undefined;
type Order = StaffOrder['order'];
type Make = (draft: OrderDraft, order: Order, methods: StaffOrder['methods']) => Wish;

/** The wish that the draft is; undefined while nothing is chosen. */
export const requestOf = (draft: OrderDraft, act: OrderAct, { order, methods }: StaffOrder): Wish =>
  wishes[act](draft, order, methods);

const wishes: Readonly<Record<OrderAct, Make>> = {
  cancel(draft, order) {
    const lines = chosenIn(draft, 'cancel', order);
    if (lines.length === 0) return undefined;
    const wish = { reason: draft.cancelReason, refundTo: 'original' as const };
    const isWhole = order.lines.every((line) => unitsOf(draft, 'cancel', line) === line.quantity);
    return { kind: 'cancellation', wish: isWhole ? wish : { ...wish, lines } };
  },

  editItems(draft, order) {
    const lines = order.lines.flatMap((line) => {
      const quantity = unitsOf(draft, 'editItems', line);
      const variant = draft.swaps[line.id]?.variant;
      const become = {
        ...(variant !== undefined && variant !== line.variant && { variant }),
        ...(quantity !== line.quantity && { quantity }),
      };
      return Object.keys(become).length ? { line: line.id, ...become } : [];
    });
    const add = draft.added.flatMap(({ variant, quantity }) =>
      variant === undefined ? [] : { variant, quantity },
    );
    const isUnsaid = draft.added.length > add.length;
    if (isUnsaid || lines.length + add.length === 0) return undefined;
    return edit({ kind: 'items', lines, add, ...payer(draft) });
  },

  editAddress({ address }, { address: was }) {
    const lines = address.street.split('\n').flatMap((line) => line.trim() || []);
    if (lines.length === 0) return undefined;
    const said = (['name', 'postcode', 'city', 'country'] as const).flatMap((field) => {
      const value = address[field].trim();
      return value ? [[field, value]] : [];
    });
    const isThere = address.city === was?.city && address.country === (was.country ?? '');
    const region = isThere ? was.region : undefined;
    const whole = {
      ...{ ...Object.fromEntries(said), lines: lines.slice(0, 4) },
      ...(region !== undefined && { region }),
    };
    return edit({ kind: 'address', address: whole, remember: false });
  },

  editContact(draft, { contact }) {
    const email = draft.email.trim();
    const phone = draft.phone.trim();
    const wish = {
      kind: 'contact' as const,
      ...(email && email !== contact?.email && { email }),
      ...(phone && phone !== contact?.phone && { phone }),
    };
    return 'email' in wish || 'phone' in wish ? edit(wish) : undefined;
  },

  editShipping(draft, { actions }) {
    const now = actions?.shippingMethods?.find(({ chosen }) => chosen)?.id;
    const { shipping: method } = draft;
    return method && method !== now
      ? edit({ kind: 'shipping', method, ...payer(draft) })
      : undefined;
  },

  editPayment: ({ payment }, { payments }) =>
    payment && payments.every(({ method, amount }) => method !== payment || amount.amount <= 0)
      ? edit({ kind: 'payment', payment })
      : undefined,

  return(draft, order) {
    const { returnReason: reason, method, waiveFees } = draft;
    const open = outcomesFor(order, reason);
    const kind = open.find((one) => one === draft.outcome) ?? open[0] ?? 'refund';
    const chosen = chosenIn(draft, 'return', order);
    if (chosen.length === 0) return undefined;
    const lines = chosen.map((units) => ({ ...units, reason, outcome: { kind } }));
    return { kind: 'return', wish: { lines, method, instant: false }, waiveFees };
  },

  exchange(draft, order, methods) {
    const { returnReason: reason, method, instant, waiveFees, settle } = draft;
    const chosen = chosenIn(draft, 'exchange', order);
    const lines = chosen.flatMap((units) => {
      const variant = draft.swaps[units.line]?.variant;
      return variant === undefined
        ? []
        : { ...units, reason, outcome: { kind: 'exchange' as const, variant } };
    });
    if (lines.length === 0 || lines.length < chosen.length) return undefined;
    const paid = methods.some(({ id }) => id === settle) && { payment: settle };
    const wish = { lines, method, instant, ...paid, ...(settle && { refundTo: settle }) };
    return { kind: 'return', wish, waiveFees };
  },
};

const edit = (wish: EditRequest): StaffChangeRequest => ({ kind: 'edit', wish });
const payer = ({ settle }: OrderDraft) => (settle ? { payment: settle } : {});

const chosenIn = (draft: OrderDraft, act: OrderAct, { lines }: Order) =>
  lines.flatMap((line) => {
    const quantity = unitsOf(draft, act, line);
    return quantity > 0 ? [{ line: line.id, quantity }] : [];
  });
