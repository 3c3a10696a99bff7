import type { EventRemoval, KnownEvents } from '../../contract/events.ts';
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
  async function more({ items }: KnownEvents, cursor: string): Promise<void> {
    const older = await listKnownEvents(send, { visitors: visitors(), cursor });
    list.put({ ...older, items: [...items, ...older.items] });
  }
  return {
    list,
    /** Undefined where nothing is collected. */
    get signals() {
      return page.signals;
    },
    more,
    /** One by its id, all of a type, or all of it, on every page. */
    async remove({ items, counts, next }: KnownEvents, what: EventRemoval['remove']) {
      await removeEvents(send, { visitors: visitors(), remove: what }, newKey());
      if (what === 'all') {
        page.signals?.forget();
        list.put({ items: [], counts: [] });
        return;
      }
      const type = 'type' in what ? what.type : items.find(({ id }) => id === what.id)?.type;
      const left = {
        items: items.filter((one) => ('id' in what ? one.id !== what.id : one.type !== type)),
        counts: counts.map((one) =>
          one.type === type ? { type, count: 'id' in what ? one.count - 1 : 0 } : one,
        ),
        ...(next !== undefined && { next }),
      };
      list.put(left);
      if (next !== undefined && !left.items.length) await more(left, next);
    },
  };
}
