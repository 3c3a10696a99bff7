import type { Order } from '../../src/contract/orders.ts';
import type { ProblemCode } from '../../src/contract/problems.ts';
import { Product } from '../../src/contract/products.ts';
import { readOrder } from './reading.ts';
import { notDelivered, notPending } from './refusals.ts';
import type { Scene } from './replay.ts';
import type { Told, Wish } from './shopper.ts';
import { OrderWrite, type Seed } from './tasks.ts';
import { wishOf } from './wishes.ts';

/** One bent write: what came of it, and the codes that may refuse it. */
export interface Bent {
  how: string;
  told: Told;
  codes: readonly ProblemCode[];
}

/** Writes that are refused whatever happens to the order later. */
export async function bentBefore(
  scene: Scene,
  action: OrderWrite,
  order: Order,
  wish: Wish,
): Promise<Bent[]> {
  return [
    ...(await withQuotes(scene, wish)),
    ...(await ofAnotherOrder(scene, action)),
    ...(await forAnotherVariant(scene, action, order)),
  ];
}

/** The order has changed since the first quote: by the very write. */
export async function bentAfter(
  { shopper }: Scene,
  action: OrderWrite,
  wish: Wish,
  early: string,
): Promise<Bent[]> {
  const codes = [...refusing(action), 'payment_method_refused' as const];
  return [
    { how: 'again with a new key', told: await shopper.make(wish), codes },
    {
      ...{ how: 'a stale quote', codes: [...codes, 'quote_changed'] },
      told: await shopper.confirm(wish, early, crypto.randomUUID()),
    },
  ];
}

async function withQuotes({ stage, shopper, task, seed }: Scene, wish: Wish): Promise<Bent[]> {
  const quote = await shopper.quote(wish);
  if (quote.refused) return [];
  const stranger = await stage.signIn(strangerTo(task.user_id, seed));
  const tampered = quote.id.replace(/.$/, (last) => (last === 'a' ? 'b' : 'a'));
  return [
    {
      ...{ how: 'another customer', codes: ['not_found'] },
      told: await stranger.confirm(wish, quote.id, crypto.randomUUID()),
    },
    {
      ...{ how: 'another customer asks what it costs', codes: ['not_found'] },
      told: await stranger.make(wish),
    },
    {
      ...{ how: 'a tampered quote', codes: ['quote_invalid'] },
      told: await shopper.confirm(wish, tampered, crypto.randomUUID()),
    },
  ];
}

const strangerTo = (customer: string, { users }: Seed): string =>
  Object.keys(users).find((id) => id !== customer) ?? '';

/** The same asked of an order of theirs that is too far for it, or not far enough. */
async function ofAnotherOrder({ shopper, task, seed }: Scene, action: OrderWrite): Promise<Bent[]> {
  const right = isAfterDelivery(action) ? 'delivered' : 'pending';
  const { orders = [] } = seed.users[task.user_id] ?? {};
  const wrong = orders.flatMap((number) => seed.orders[number] ?? []);
  const [elsewhere] = wrong.filter(({ status }) => status !== right);
  const [item] = elsewhere?.items ?? [];
  const order = elsewhere && (await readOrder(shopper, elsewhere.order_id));
  if (!order || !item) return [];
  const args: Record<string, unknown> = { ...action.args, order_id: elsewhere.order_id };
  for (const items of ['item_ids', 'new_item_ids']) if (items in args) args[items] = [item.item_id];
  const told = await shopper.make(wishOf(OrderWrite.parse({ ...action, args }), order));
  return [{ how: 'an order in another state', told, codes: refusing(action) }];
}

/** A variant of the same product that cannot be had, and one of another product. */
async function forAnotherVariant(
  { shopper, seed }: Scene,
  action: OrderWrite,
  order: Order,
): Promise<Bent[]> {
  if (!('new_item_ids' in action.args)) return [];
  const { args } = action;
  const line = order.lines.find(({ variant }) => variant === args.item_ids[0]);
  if (!line) return [];
  const { variants } = await shopper.read(`/products/${line.product}`, Product);
  const gone = variants.find(({ available }) => !available);
  const items = Object.values(seed.orders).flatMap((each) => each.items);
  const other = items.find(({ product_id }) => product_id !== line.product);
  const bent: Bent[] = [];
  for (const [how, variant] of [
    ['a variant that is not to be had', gone?.id],
    ['a variant of another product', other?.item_id],
  ] as const) {
    if (variant === undefined) continue;
    const new_item_ids = args.new_item_ids.with(0, variant);
    const bad = OrderWrite.parse({ ...action, args: { ...args, new_item_ids } });
    const told = await shopper.make(wishOf(bad, order));
    bent.push({ how, told, codes: ['variant_unavailable'] });
  }
  return bent;
}

const isAfterDelivery = ({ name }: OrderWrite): boolean => name.includes('delivered');

const refusing = (action: OrderWrite): readonly ProblemCode[] =>
  isAfterDelivery(action) ? notDelivered : notPending;
