import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { TauRetail } from '../data/tau-retail.ts';

const order_id = z.string();
const payment_method_id = z.string();
const ids = z.array(z.string());
export const TauAddress = TauRetail.shape.users.valueType.shape.address;
export type TauAddress = z.infer<typeof TauAddress>;

/** What changes an order, with its arguments. */
const orderWrites = [
  write('cancel_pending_order', { order_id, reason: z.string() }),
  write('modify_pending_order_items', {
    ...{ order_id, payment_method_id },
    ...{ item_ids: ids, new_item_ids: ids },
  }),
  write('modify_pending_order_payment', { order_id, payment_method_id }),
  write('modify_pending_order_address', { order_id, ...TauAddress.shape }),
  write('return_delivered_order_items', { order_id, item_ids: ids, payment_method_id }),
  write('exchange_delivered_order_items', {
    ...{ order_id, payment_method_id },
    ...{ item_ids: ids, new_item_ids: ids },
  }),
] as const;
export const OrderWrite = z.discriminatedUnion('name', orderWrites);
export type OrderWrite = z.infer<typeof OrderWrite>;

/** Everything else only looks. */
export const WriteAction = z.discriminatedUnion('name', [
  ...orderWrites,
  write('modify_user_address', { user_id: z.string(), ...TauAddress.shape }),
]);
export type WriteAction = z.infer<typeof WriteAction>;

const isReading = (name: string): boolean =>
  /^(get|find|list)_/.test(name) ||
  ['calculate', 'think', 'transfer_to_human_agents'].includes(name);

/** An order as the original shop has it, before or after. */
export const StateOrder = TauRetail.shape.orders.valueType
  .extend({
    order_id,
    status: z.string(),
    cancel_reason: z.string().optional(),
    return_items: ids.optional(),
    return_payment_method_id: payment_method_id.optional(),
    exchange_items: ids.optional(),
    exchange_new_items: ids.optional(),
    exchange_payment_method_id: payment_method_id.optional(),
    exchange_price_difference: z.number().optional(),
  })
  .strict();
export type StateOrder = z.infer<typeof StateOrder>;
export const StateUser = TauRetail.shape.users.valueType;
export type StateUser = z.infer<typeof StateUser>;

/** The data before any task. */
export interface Seed {
  users: Record<string, StateUser>;
  orders: Record<string, StateOrder>;
}

export const Task = z.object({
  id: z.string(),
  user_id: z.string(),
  actions: z
    .array(z.object({ name: z.string() }).loose())
    .transform((actions) => actions.filter(({ name }) => !isReading(name)))
    .pipe(z.array(WriteAction)),
  expected_changed: z.object({
    users: z.record(z.string(), StateUser).default({}),
    orders: z.record(z.string(), StateOrder).default({}),
  }),
});
export type Task = z.infer<typeof Task>;

export const readTasks = (file: string): Task[] =>
  z.array(Task).parse(JSON.parse(readFileSync(file, 'utf8')));

function write<Name extends string, Args extends z.ZodRawShape>(name: Name, args: Args) {
  return z.object({
    name: z.literal(name),
    args: z.object(args),
    expect_error: z.string().optional().describe('In the original tool’s words'),
  });
}
