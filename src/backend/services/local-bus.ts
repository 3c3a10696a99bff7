import type { Bus } from '../ports.ts';

type Listener = (message: unknown) => void;

/** A bus within one process: nothing is lost on it, so there is never a gap. */
export function createLocalBus(): Bus {
  const listeners = new Map<string, Set<Listener>>();
  return {
    async publish(topic, message) {
      // as a bus between processes would do it: a copy, and never in the publisher's own turn
      const text = JSON.stringify(message);
      await Promise.resolve();
      for (const listener of [...(listeners.get(topic) ?? [])]) listener(JSON.parse(text));
    },
    subscribe(topic, listener) {
      const mine = listeners.get(topic) ?? new Set();
      listeners.set(topic, mine.add(listener));
      return () => {
        mine.delete(listener);
        if (mine.size === 0 && listeners.get(topic) === mine) listeners.delete(topic);
      };
    },
    onGap: () => () => undefined,
  };
}
