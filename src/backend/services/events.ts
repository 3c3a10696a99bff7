import { MOST_EVENTS } from '../../contract/event-names.ts';
import type { EventBatch, EventRemoval, KnownEvent, KnownEvents } from '../../contract/events.ts';
import { keptEvent, productsIn } from '../../domain/events/keeping.ts';
import type {
  Clock,
  EventOwner,
  EventOwners,
  EventStore,
  Keep,
  Platform,
  Shop,
  StoredEvent,
} from '../ports.ts';
import type { Caller } from './callers.ts';
import { createKnownProducts } from './known-products.ts';

export interface Events {
  /** Keeps those that tell of what the shop has. Answers how many lie on the disk now. */
  record(shop: Shop, caller: Caller | undefined, batch: EventBatch): Promise<number>;
  /** What is known of the caller, and of the visitors their device says it has been. */
  known(
    shop: Shop,
    caller: Caller | undefined,
    asked: { visitors: readonly string[]; cursor?: string | undefined },
  ): Promise<KnownEvents>;
  /** Removes of that what is named. Answers how many. */
  remove(
    shop: Shop,
    caller: Caller | undefined,
    asked: EventRemoval,
    keep?: Keep<number>,
  ): Promise<number>;
}

interface Ports {
  store: EventStore;
  platform: Platform;
  clock: Clock;
}

export function createEvents({ store, platform, clock }: Ports): Events {
  const knownProducts = createKnownProducts(platform, clock);
  return {
    async record(shop, caller, batch) {
      const now = clock();
      const products = await knownProducts(shop, productsIn(batch.events));
      const who = ownerOf(caller, batch);
      const kept = batch.events.flatMap((event) => {
        const told = keptEvent(event, products, now);
        return told ? { shop: shop.id, who, ...told } : [];
      });
      if (kept.length) await store.record(kept);
      return kept.length;
    },

    async known(shop, caller, { visitors, cursor }) {
      const whose = ownersOf(caller, visitors);
      const [{ events, next }, counts] = await Promise.all([
        store.of(shop.id, whose, { limit: MOST_EVENTS, cursor }),
        store.counts(shop.id, whose),
      ]);
      const ids = [...new Set(events.flatMap(({ product }) => product ?? []))];
      const products = ids.length ? await platform.products(shop, { ids }) : [];
      const names = new Map(products.map(({ id, name }) => [id, name]));
      const items = events.map((event) => knownEvent(event, names));
      return { items, counts, ...(next !== undefined && { next }) };
    },

    remove: (shop, caller, { visitors, remove }, keep) =>
      store.remove(shop.id, ownersOf(caller, visitors), remove, keep),
  };
}

/** With a customer's name only what they do signed in, and only where they agreed to that. */
const ownerOf = (caller: Caller | undefined, { consent, visitor }: EventBatch): EventOwner =>
  consent === 'personalization' && caller?.kind === 'customer'
    ? { customer: caller.customer }
    : { visitor };

const ownersOf = (caller: Caller | undefined, visitors: readonly string[]): EventOwners => ({
  visitors,
  ...(caller?.kind === 'customer' && { customer: caller.customer }),
});

function knownEvent(event: StoredEvent, names: ReadonlyMap<string, string>): KnownEvent {
  const { id, type, at, product, quantity, detail, who } = event;
  return {
    ...{ id, type, at, linked: 'customer' in who },
    ...(product !== undefined && { product: { id: product, name: names.get(product) ?? product } }),
    ...(quantity !== undefined && { quantity }),
    ...(detail !== undefined && { detail }),
  };
}
