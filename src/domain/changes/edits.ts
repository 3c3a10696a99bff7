import type { EditRequest } from '../../contract/edits.ts';
import type { Asked } from './asked.ts';
import { undoWithin } from './cancellation.ts';
import type { Change, MoveRecord, Refused, VariantRecord } from './changes.ts';
import { editItems, kindsOf, type Edited } from './item-edits.ts';
import { sumOf, type OrderRecord } from '../orders/orders.ts';
import { moveOf, givenBack, netPaid, paymentsAfter, waysOf, wayOf } from '../money/paid.ts';
import { isSentBy, mayEdit } from '../policy/before-shipping.ts';
import { covers, hasBalance, settle } from '../money/settling.ts';

export interface EditAsked extends Asked<EditRequest> {
  /** Those that the request names, and those of the lines it names. */
  variants: ReadonlyMap<string, VariantRecord>;
}

/** What changing something of an order does, and what it costs or gives back. */
export function decideEdit(asked: EditAsked): Change | Refused {
  const { case: of, policy, request, now } = asked;
  const kinds = request.kind === 'items' ? kindsOf(request) : [request.kind];
  let review = false;
  for (const kind of kinds) {
    const verdict = mayEdit(of, kind, policy, now);
    if (!verdict.allowed) return { refused: verdict.reason };
    review ||= verdict.review === true;
  }
  if (request.kind === 'payment')
    return changed(asked, paidOtherwise(asked, request, !review), review);
  const edited = editedBy(asked, request);
  if ('refused' in edited) return edited;
  const order = { ...edited.order, total: sumOf(edited.order) };
  const settled = settle(asked, of.order.total - order.total, {
    total: order.total,
    chosen: 'payment' in request ? request.payment : undefined,
    now: !review,
  });
  if ('refused' in settled) return settled;
  const { moves, unpaid } = settled;
  return changed(asked, { ...edited, order, moves, sums: [...edited.sums, ...unpaid] }, review);
}

type Request<Kind extends EditRequest['kind']> = Extract<EditRequest, { kind: Kind }>;

function editedBy(
  asked: EditAsked,
  request: Exclude<EditRequest, { kind: 'payment' }>,
): Edited | Refused {
  const { order } = asked.case;
  switch (request.kind) {
    case 'items':
      return editItems(order, request, asked.variants);
    case 'address':
      return {
        ...plainly({ ...order, address: request.address }),
        ...(request.remember && asked.isOwn !== false && { remember: request.address }),
      };
    case 'contact':
      return sentTo(order, request);
    case 'shipping':
      return sentBy(asked, request);
  }
}

const plainly = (order: OrderRecord): Edited => ({ order, sums: [], stock: [] });

function sentTo(order: OrderRecord, { email, phone }: Request<'contact'>): Edited | Refused {
  if (email === undefined && phone === undefined) return { refused: 'validation_failed' };
  return plainly({
    ...order,
    ...(email !== undefined && { email }),
    ...(phone !== undefined && { phone }),
  });
}

function sentBy({ case: of }: EditAsked, { method }: Request<'shipping'>): Edited | Refused {
  const chosen = of.shippingMethods.find(({ id }) => id === method);
  if (!chosen || isSentBy(of, method)) return { refused: 'not_offered' };
  const { price: shipping, label } = chosen;
  const amount = of.order.shipping - shipping;
  return {
    order: { ...of.order, shipping, shippingMethod: method },
    sums: amount === 0 ? [] : [{ kind: 'shipping', label, amount }],
    stock: [],
  };
}

/** Another method pays the whole; what paid before is given back. */
function paidOtherwise(
  asked: EditAsked,
  { payment }: Request<'payment'>,
  now: boolean,
): (Edited & { moves: MoveRecord[] }) | Refused {
  const { case: of, methods, policy } = asked;
  const own = methods.find(({ id }) => id === payment);
  const paid = waysOf(of).filter(({ net }) => net > 0);
  if (!own || paid.every(({ method }) => method === payment))
    return { refused: 'payment_method_refused' };
  const amount = netPaid(of);
  const way = wayOf(own);
  if (!covers(asked, way, amount)) return { refused: 'insufficient_balance' };
  const how = { policy, now };
  const moves = [moveOf(way, -amount, how), ...givenBack(of, amount, how)];
  return { ...plainly(of.order), moves };
}

function changed(
  { policy, now }: EditAsked,
  edited: (Edited & { moves: MoveRecord[] }) | Refused,
  review: boolean,
): Change | Refused {
  if ('refused' in edited) return edited;
  const { order, sums, moves, stock, remember } = edited;
  const owes = moves.some(({ kind, amount }) => amount < 0 && !hasBalance(kind));
  const { payWithinMinutes, undoMinutes } = policy.edit;
  const payBy = new Date(now.getTime() + payWithinMinutes * 60_000).toISOString();
  return {
    kind: 'edit',
    sums,
    moves,
    review,
    ...(!review && undoWithin(undoMinutes, now)),
    ...(owes && { payBy }),
    order: { ...order, payments: paymentsAfter(order, moves) },
    stock,
    ...(remember && { remember }),
  };
}
