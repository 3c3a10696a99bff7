import type { ToldEvent } from '../config.ts';
import { createKeptList } from './kept-list.ts';

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
  const { read, write } = createKeptList<WaitingEvent>(`${desk}:events`);
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
