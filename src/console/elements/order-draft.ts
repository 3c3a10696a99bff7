import type { CancelReason, ReturnReason } from '../../contract/actions.ts';
import type { StaffChangeRequest, StaffOrder } from '../../contract/staff-orders.ts';
import type { OrderAct } from '../stores/orders.ts';

/** What is chosen in the sheet and not yet asked for. */
export interface OrderDraft {
  /** How many of which line. */
  units: Record<string, number>;
  cancelReason: CancelReason;
  returnReason: ReturnReason;
  outcome: 'refund' | 'store_credit' | 'replacement';
  method: 'drop_off' | 'label' | 'pick_up' | 'own';
  waiveFees: boolean;
  address: Record<'name' | 'street' | 'postcode' | 'city' | 'country', string>;
  email: string;
  phone: string;
}

export const outcomes = ['refund', 'store_credit', 'replacement'] as const;
export const cancelReasons = [
  ...(['no_longer_needed', 'ordered_by_mistake', 'found_cheaper', 'too_slow', 'other'] as const),
];

/** A sheet as it opens: all of it to be cancelled, none of it to come back, what stands to be changed. */
export function draftOf({ order }: StaffOrder, act: OrderAct): OrderDraft {
  const { address, contact, actions } = order;
  const [method = 'own'] = (actions?.methods ?? []).filter((one) => one !== 'keep');
  return {
    units: Object.fromEntries(
      order.lines.map(({ id, quantity }) => [id, act === 'cancel' ? quantity : 0]),
    ),
    cancelReason: actions?.cancelReasons?.[0] ?? 'no_longer_needed',
    returnReason: reasonsIn(order)[0] ?? 'other',
    ...{ outcome: 'refund', method, waiveFees: false },
    address: {
      ...{ name: address?.name ?? '', street: address?.lines.join('\n') ?? '' },
      ...{ postcode: address?.postcode ?? '', city: address?.city ?? '' },
      country: address?.country ?? '',
    },
    ...{ email: contact?.email ?? '', phone: contact?.phone ?? '' },
  };
}

/** Why something of it may come back. */
export const reasonsIn = ({ actions }: StaffOrder['order']): ReturnReason[] =>
  returnReasonsOf(
    actions?.lines.flatMap(({ reasons }) => reasons.map(({ reason }) => reason)) ?? [],
  );

const returnReasonsOf = (some: readonly ReturnReason[]): ReturnReason[] => [...new Set(some)];

/** The wish that the draft is; undefined while nothing is chosen. */
export function requestOf(
  draft: OrderDraft,
  act: OrderAct,
  { order }: StaffOrder,
): StaffChangeRequest | undefined {
  const chosen = order.lines.flatMap(({ id: line }) => {
    const quantity = draft.units[line] ?? 0;
    return quantity > 0 ? [{ line, quantity }] : [];
  });
  switch (act) {
    case 'cancel': {
      const isWhole = order.lines.every(({ id, quantity }) => draft.units[id] === quantity);
      if (chosen.length === 0) return undefined;
      const wish = { reason: draft.cancelReason, refundTo: 'original' as const };
      return { kind: 'cancellation', wish: isWhole ? wish : { ...wish, lines: chosen } };
    }
    case 'return': {
      const { returnReason: reason, outcome: kind, method, waiveFees } = draft;
      if (chosen.length === 0) return undefined;
      const lines = chosen.map((units) => ({ ...units, reason, outcome: { kind } }));
      return { kind: 'return', wish: { lines, method, instant: false }, waiveFees };
    }
    case 'editAddress':
      return addressOf(draft);
    case 'editContact': {
      const email = draft.email.trim();
      const phone = draft.phone.trim();
      const { contact } = order;
      const wish = {
        kind: 'contact' as const,
        ...(email && email !== contact?.email && { email }),
        ...(phone && phone !== contact?.phone && { phone }),
      };
      return 'email' in wish || 'phone' in wish ? { kind: 'edit', wish } : undefined;
    }
  }
}

function addressOf({ address }: OrderDraft): StaffChangeRequest | undefined {
  const lines = address.street.split('\n').flatMap((line) => line.trim() || []);
  if (lines.length === 0) return undefined;
  const said = (['name', 'postcode', 'city', 'country'] as const).flatMap((field) => {
    const value = address[field].trim();
    return value ? [[field, value]] : [];
  });
  const whole = { ...Object.fromEntries(said), lines: lines.slice(0, 4) };
  return { kind: 'edit', wish: { kind: 'address', address: whole, remember: false } };
}
