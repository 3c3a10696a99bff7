import type { StaffOrder } from '../../contract/staff-orders.ts';
import type { OrderAct } from '../stores/orders.ts';
import type { Products } from '../stores/products.ts';
import type { Say } from '../words/say.ts';
import type { OrderDraft } from './order-draft.ts';

export interface OrderForm {
  act: OrderAct;
  value: StaffOrder;
  draft: OrderDraft;
  products: Products;
  say: Say;
  set(more: Partial<OrderDraft>): void;
  /** What is to go is a cancellation, and asked for as one. */
  takeOut(line: string): void;
}
