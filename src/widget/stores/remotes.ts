import type { Ground } from './ground.ts';
import { createRemote, type RemoteStore } from './remote.ts';

type Read<T> = (signal: AbortSignal) => Promise<T>;

/**
 * Values by name: each is read once, and again when it may be old. `heard` hears that an order has
 * news, and says whether the value is that order.
 */
export function createRemotes<T>(
  { keep }: Pick<Ground, 'keep'>,
  {
    seen,
    heard = () => false,
  }: {
    seen?: Ground['seen'];
    heard?(store: RemoteStore<T>, order: string): boolean;
  } = {},
): (name: string, read: Read<T>) => RemoteStore<T> {
  const stores = new Map<string, RemoteStore<T>>();
  return (name, read) => {
    const known = stores.get(name);
    if (known) return known;
    const store = createRemote(read, seen);
    stores.set(name, store);
    keep({ ...store, heard: (order) => heard(store, order) });
    return store;
  };
}
