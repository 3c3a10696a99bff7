import type { Bus, OrderChange, Shop } from '../ports.ts';
import { customerTopic, orderTopic } from './topics.ts';

/** Tells everyone who looks at these orders to look again. */
export async function publishOrders(
  bus: Bus,
  shop: Shop,
  orders: readonly OrderChange[],
): Promise<void> {
  for (const { id, customers } of orders) {
    const change = { topic: 'order', id };
    await bus.publish(orderTopic(shop.id, id), change);
    for (const customer of customers) await bus.publish(customerTopic(shop.id, customer), change);
  }
}
