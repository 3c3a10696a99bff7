import type { ToldEvent } from '../config.ts';

/** One on its way: when it was told, in ms by this clock, and who the device was that day. */
export interface WaitingEvent {
  id: string;
  at: number;
  visitor: string;
  event: ToldEvent;
}

/** Of more the oldest are given up. */
const MOST_WAITING = 200;

/** Events that have not been kept yet. They outlive a page and an offline phone. */
export interface EventQueue {
  read(): WaitingEvent[];
  add(event: WaitingEvent): void;
  drop(events: readonly WaitingEvent[]): void;
  clear(): void;
}

export function createEventQueue(desk: string): EventQueue {
  const key = `${desk}:events`;
  let held: WaitingEvent[] = [];
  const read = (): WaitingEvent[] => {
    try {
      const found: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
      return Array.isArray(found) && found.length ? found : held;
    } catch {
      return held;
    }
  };
  const write = (events: WaitingEvent[]) => {
    held = [];
    try {
      if (events.length) localStorage.setItem(key, JSON.stringify(events));
      else localStorage.removeItem(key);
    } catch {
      // blocked or full: they live as long as the page
      held = events;
    }
  };
  return {
    read,
    add: (event) => write([...read(), event].slice(-MOST_WAITING)),
    drop(events) {
      const gone = new Set(events.map(({ id }) => id));
      write(read().filter(({ id }) => !gone.has(id)));
    },
    clear: () => write([]),
  };
}
