import type { Line } from '../../../contract/orders.ts';
import type { EditView } from './edit-screen.ts';

/** What a line is to become, where that is something else. */
export function wishFor(line: Line, { draft }: EditView) {
  const { variant, quantity } = draft.items?.[line.id] ?? {};
  const wish = {
    ...(variant !== undefined && variant !== line.variant && { variant }),
    ...(quantity !== undefined && quantity !== line.quantity && { quantity }),
  };
  return Object.keys(wish).length ? { line: line.id, ...wish } : undefined;
}
export const wishesOf = (view: EditView) =>
  view.order.lines.flatMap((line) => wishFor(line, view) ?? []);

/** A variant that comes to the order. */
export interface Added {
  variant: string;
  product: string;
  quantity: number;
}
export const addedOf = ({ draft: { added = {} } }: EditView): Added[] =>
  Object.entries(added)
    .map(([variant, one]) => ({ variant, ...one }))
    .filter(({ quantity }) => quantity > 0);

/** Something of it may be changed, beside what may be added. */
export const canChange = ({ order: { actions } }: EditView, id?: string): boolean =>
  !!actions?.lines.some(({ line, changes }) => changes.length && (id === undefined || line === id));
