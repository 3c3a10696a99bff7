import type { Reorder } from '../../contract/reorder.ts';
import { getReorder } from '../client/reorder.ts';
import type { Ground } from './ground.ts';
import type { RemoteStore } from './remote.ts';
import { createRemotes } from './remotes.ts';

/** Orders once more, by id: what of them can be had now. */
export type Reorders = (order: string) => RemoteStore<Reorder>;

export function createReorders(ground: Ground): Reorders {
  const one = createRemotes<Reorder>(ground);
  return (order) => one(order, (signal) => getReorder(ground.send, order, signal));
}
