export type Listener = (message: unknown) => void;

/** Who wants to hear of which topic, in this process. */
export interface Subscriptions {
  add(topic: string, listener: Listener): () => void;
  /** All listeners get one message, made from the text; it is frozen. */
  tell(topic: string, text: string): void;
}

export function createSubscriptions(): Subscriptions {
  const listeners = new Map<string, Set<Listener>>();
  return {
    add(topic, listener) {
      const mine = listeners.get(topic) ?? new Set();
      listeners.set(topic, mine.add(listener));
      return () => {
        mine.delete(listener);
        if (mine.size === 0 && listeners.get(topic) === mine) listeners.delete(topic);
      };
    },
    tell(topic, text) {
      const mine = listeners.get(topic);
      if (!mine) return;
      const message: unknown = Object.freeze(JSON.parse(text));
      for (const listener of [...mine]) listener(message);
    },
  };
}
