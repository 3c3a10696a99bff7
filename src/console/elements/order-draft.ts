import type { CancelReason, OutcomeKind, ReturnReason } from '../../contract/actions.ts';
import type { StaffOrder } from '../../contract/staff-orders.ts';
import type { OrderAct } from '../stores/orders.ts';

/** What a line becomes, or is exchanged for; no variant: none is chosen yet. */
export interface Swap {
  product: string;
  variant?: string;
}
/** What comes to an order. */
export interface Added extends Swap {
  name: string;
  quantity: number;
}

/** What is chosen in the sheet and not yet asked for. */
export interface OrderDraft {
  /** How many of which line, where somebody has said so. */
  units: Readonly<Record<string, number>>;
  cancelReason: CancelReason;
  returnReason: ReturnReason;
  outcome: Exclude<OutcomeKind, 'exchange'>;
  method: 'drop_off' | 'label' | 'pick_up' | 'own';
  waiveFees: boolean;
  address: Record<'name' | 'street' | 'postcode' | 'city' | 'country', string>;
  email: string;
  phone: string;
  /** By line. */
  swaps: Readonly<Record<string, Swap>>;
  added: readonly Added[];
  /** What pays the difference, or is given it; empty: what paid. */
  settle: string;
  /** The exchange is sent before the old one is back. */
  instant: boolean;
  shipping: string;
  payment: string;
}

const outcomes = ['refund', 'store_credit', 'replacement'] as const;
export const cancelReasons = [
  ...(['no_longer_needed', 'ordered_by_mistake', 'found_cheaper', 'too_slow', 'other'] as const),
];

/** A sheet as it opens: nothing said yet, what stands to be changed. */
export function draftOf({ order }: StaffOrder, act: OrderAct): OrderDraft {
  const { address, contact, actions, payments } = order;
  const [method = 'own'] = (actions?.methods ?? []).filter((one) => one !== 'keep');
  return {
    units: {},
    cancelReason: actions?.cancelReasons?.[0] ?? 'no_longer_needed',
    returnReason: reasonsIn(order, act)[0] ?? 'other',
    ...{ outcome: 'refund', method, waiveFees: false },
    address: {
      ...{ name: address?.name ?? '', street: address?.lines.join('\n') ?? '' },
      ...{ postcode: address?.postcode ?? '', city: address?.city ?? '' },
      country: address?.country ?? '',
    },
    ...{ email: contact?.email ?? '', phone: contact?.phone ?? '' },
    ...{ swaps: {}, added: [], settle: '', instant: false },
    shipping: actions?.shippingMethods?.find(({ chosen }) => chosen)?.id ?? '',
    payment: payments.find(({ amount }) => amount.amount > 0)?.method ?? '',
  };
}

/** So many of a line: all of it is cancelled or stays, none of it comes back, until somebody says so. */
export const unitsOf = (
  { units }: OrderDraft,
  act: OrderAct,
  line: { id: string; quantity: number },
): number => units[line.id] ?? (act === 'cancel' || act === 'editItems' ? line.quantity : 0);

/** The products whose variants are to be chosen among. */
export const productsIn = (
  draft: OrderDraft,
  act: OrderAct,
  { lines }: StaffOrder['order'],
): string[] =>
  unique([
    ...lines.flatMap((line) => {
      const isAsked = act === 'exchange' && unitsOf(draft, act, line) > 0;
      return draft.swaps[line.id]?.product ?? (isAsked ? line.product : []);
    }),
    ...draft.added.map(({ product }) => product),
  ]);

/** Why something of it may come back, or be exchanged. */
export const reasonsIn = ({ actions }: StaffOrder['order'], act: OrderAct): ReturnReason[] =>
  unique(
    actions?.lines.flatMap(({ reasons }) =>
      reasons.flatMap(({ reason, outcomes: open }) =>
        open.some((one) => (one === 'exchange') === (act === 'exchange')) ? reason : [],
      ),
    ) ?? [],
  );

/** What may be got for it, of what a return may bring. */
export const outcomesFor = (
  { actions }: StaffOrder['order'],
  wanted: ReturnReason,
): OrderDraft['outcome'][] => {
  const open = new Set(
    actions?.lines.flatMap(({ reasons }) =>
      reasons.flatMap((one) => (one.reason === wanted ? one.outcomes : [])),
    ),
  );
  return outcomes.filter((one) => open.has(one));
};

const unique = <T>(some: readonly T[]): T[] => [...new Set(some)];
