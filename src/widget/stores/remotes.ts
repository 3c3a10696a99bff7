import type { Kept } from './ground.ts';
import { createRemote, type RemoteStore } from './remote.ts';

/** Values by name; each is read once, and again when it may be old. */
export function createRemotes<T>(
  keep: (kept: Kept) => void,
  read: (name: string, signal: AbortSignal) => Promise<T>,
): (name: string) => RemoteStore<T> {
  const stores = new Map<string, RemoteStore<T>>();
  keep({
    renew() {
      for (const one of stores.values()) one.renew();
    },
    retry() {
      for (const one of stores.values()) if (one.$state.get().is === 'failed') one.renew();
    },
    reset() {
      for (const one of stores.values()) one.reset();
    },
  });
  return (name) => {
    const known = stores.get(name) ?? createRemote((signal) => read(name, signal));
    stores.set(name, known);
    return known;
  };
}
