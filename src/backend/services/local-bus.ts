import type { Bus } from '../ports.ts';
import { createSubscriptions } from './subscriptions.ts';

/** A bus within one process: nothing is lost on it, so there is never a gap. */
export function createLocalBus(): Bus {
  const subscriptions = createSubscriptions();
  return {
    async publish(topic, message) {
      // as a bus between processes would do it: a copy, and never in the publisher's own turn
      const text = JSON.stringify(message);
      await Promise.resolve();
      subscriptions.tell(topic, text);
    },
    subscribe: (topic, listener) => subscriptions.add(topic, listener),
    onGap: () => () => undefined,
  };
}
