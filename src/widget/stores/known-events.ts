import type { KnownEvents } from '../../contract/events.ts';
import { listKnownEvents, removeEvents } from '../client/known-events.ts';
import { newKey } from '../client/wishes.ts';
import type { Ground } from './ground.ts';
import { createRemotes } from './remotes.ts';

/** What the shop keeps of what was done on this device, and by the customer who is signed in. */
export function createKnownEvents({ send, page, keep }: Ground) {
  const visitors = () => page.signals?.visitors() ?? [];
  const list = createRemotes<KnownEvents>({ keep })('', (signal) =>
    listKnownEvents(send, { visitors: visitors() }, signal),
  );
  return {
    list,
    /** Undefined where nothing is collected. */
    get signals() {
      return page.signals;
    },
    async more({ items }: KnownEvents, cursor: string): Promise<void> {
      const older = await listKnownEvents(send, { visitors: visitors(), cursor });
      list.put({ ...older, items: [...items, ...older.items] });
    },
    /** One by its id, or all of it, on every page. */
    async remove(known: KnownEvents, id?: string): Promise<void> {
      const remove = id ? { id } : 'all';
      await removeEvents(send, { visitors: visitors(), remove }, newKey());
      if (!id) page.signals?.forget();
      list.put(
        id
          ? { ...known, items: known.items.filter((one) => one.id !== id) }
          : { items: [], counts: [] },
      );
    },
  };
}
