import type { Bus, OrderChange, Shop } from '../ports.ts';
import { customerTopic, orderTopic } from './topics.ts';

/** Tells everyone who looks at these orders to look again. */
export async function publishOrders(
  bus: Bus,
  shop: Shop,
  orders: readonly OrderChange[],
): Promise<void> {
  // at once: a bus between processes sends what comes together as one
  await Promise.all(
    orders.flatMap(({ id, customers }) =>
      [orderTopic(shop.id, id), ...customers.map((one) => customerTopic(shop.id, one))].map(
        (topic) => bus.publish(topic, { topic: 'order', id }),
      ),
    ),
  );
}
