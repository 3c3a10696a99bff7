import { atom, type ReadableAtom, type WritableAtom } from 'nanostores';
import { mostAtOnce, mostProducts } from '../../contract/wishlist-limits.ts';
import type { Product } from '../../contract/products.ts';
import type { Wish, Wishlist, Wishlists } from '../../contract/wishlists.ts';
import { joinIds } from '../../domain/wishlists/ids.ts';
import { wishKey } from '../../domain/wishlists/merge.ts';
import { asProblem, type Problem } from '../client/problem.ts';
import { getWishlists, listWishedProducts, mergeWishlists } from '../client/wishlists.ts';
import { randomName, WishBox, type Contents } from '../saving/wish-box.ts';
import { boxKeyOf } from '../saving/wish-key.ts';
import type { Ground } from './ground.ts';

export { listOf } from '../../domain/wishlists/shared.ts';

/** Links and mails: only somebody who has signed in has them. */
export type Beside = Pick<Wishlists, 'shares' | 'alerts'>;

export interface WishlistsStore {
  /** What the device knows; it is shown at once, whoever is here. */
  readonly box: WishBox;
  readonly $contents: ReadableAtom<Contents>;
  readonly $beside: WritableAtom<Beside>;
  /** Why what was saved here is not in the account yet. */
  readonly $problem: ReadableAtom<Problem | undefined>;
  /** Products by id; null for one there is none of any more. */
  readonly $products: ReadableAtom<ReadonlyMap<string, Product | null>>;
  /** Reads those that are not known yet. */
  need(products: readonly string[]): void;
}

const NOTHING: Beside = { shares: [], alerts: [] };

/** What a shopper has saved: on this device, and once they have signed in, in their account. */
export function createWishlists({ send, session, page, config, keep }: Ground): WishlistsStore {
  const box = (page.wishes ??= new WishBox(boxKeyOf(config)));
  const $contents = atom(box.contents);
  const $beside = atom(NOTHING);
  const $problem = atom<Problem | undefined>();
  const $products = atom<ReadonlyMap<string, Product | null>>(new Map());
  const asked = new Set<string>();
  let running: Promise<void> | undefined;

  const customer = () => {
    const who = session.$session.get();
    return who.kind === 'customer' ? who.customer.id : undefined;
  };

  /** Sends what the account has not heard of; then what it has is what there is. */
  async function exchange(owner: string, isWhole: boolean): Promise<void> {
    // somebody else's: none of it is theirs
    if (box.contents.owner !== undefined && box.contents.owner !== owner) box.change(emptied);
    for (let unsent = unsentOf(box.contents); unsent; unsent = unsentOf(box.contents)) {
      const body = unsent;
      // told twice it comes to the same: each telling has a key of its own
      await mergeWishlists(send, body, randomName());
      if (customer() !== owner) return;
      box.change((now) => sentOf(now, body, owner));
    }
    if (!isWhole) return;
    const { lists, wishes, ...beside } = await getWishlists(send);
    if (customer() !== owner) return;
    $beside.set(beside);
    box.change((now) => adopted(now, { lists, wishes }, owner));
  }

  /** One at a time; what is written meanwhile goes with the next. */
  function sync(isWhole: boolean): void {
    const owner = customer();
    if (owner === undefined || running) return;
    running = exchange(owner, isWhole).then(
      () => $problem.set(undefined),
      (error: unknown) => $problem.set(asProblem(error)),
    );
    void running.then(() => {
      running = undefined;
      if (!$problem.get() && unsentOf(box.contents)) sync(false);
    });
  }

  const meet = () => {
    const { kind } = session.$session.get();
    if (kind === 'customer') sync(true);
    else if (kind !== 'unknown') {
      $beside.set(NOTHING);
      // signed out: what is in the account stays there
      if (box.contents.owner !== undefined) box.change(emptied);
    } else if (box.contents.owner !== undefined && unsentOf(box.contents)) void session.refresh();
  };
  const off = box.listen(() => {
    $contents.set(box.contents);
    if (!unsentOf(box.contents)) return;
    if (customer() === undefined) meet();
    else sync(false);
  });
  session.$session.listen(meet);
  queueMicrotask(meet);
  keep({
    renew() {
      asked.clear();
      need([...$products.get().keys()]);
      meet();
    },
    retry: () => $problem.get() && meet(),
    end: off,
  });

  function need(products: readonly string[]): void {
    const wanted = [...new Set(products)].filter((id) => !asked.has(id));
    for (let from = 0; from < wanted.length; from += mostProducts) {
      const some = wanted.slice(from, from + mostProducts);
      for (const id of some) asked.add(id);
      listWishedProducts(send, joinIds(some)).then(
        ({ items }) => {
          const found = new Map(items.map((product) => [product.id, product]));
          const all = new Map<string, Product | null>($products.get());
          for (const id of some) all.set(id, found.get(id) ?? null);
          $products.set(all);
        },
        () => {
          for (const id of some) asked.delete(id);
        },
      );
    }
  }

  return { box, $contents, $beside, $problem, $products, need };
}

const emptied = ({ device }: Contents): Contents => ({ device, lists: [], wishes: [] });

type Told = { lists: Wishlist[]; wishes: Omit<Wish, 'price'>[] };

/** As much of what the account has not heard of as goes at once. */
function unsentOf({ lists, wishes }: Contents): Told | undefined {
  const told = {
    lists: lists.filter((one) => one.unsent).map(({ unsent: _, ...list }) => list),
    wishes: wishes
      .filter((one) => one.unsent)
      .slice(0, mostAtOnce)
      .map(({ unsent: _, price: __, ...wish }) => wish),
  };
  return told.lists.length || told.wishes.length ? told : undefined;
}

/** These are known now; what was written since is not. */
function sentOf({ lists, wishes, ...rest }: Contents, told: Told, owner: string): Contents {
  const sent = new Map([
    ...told.lists.map(({ id, at }) => [id, at] as const),
    ...told.wishes.map((wish) => [wishKey(wish), wish.at] as const),
  ]);
  const known = <Entry extends { at: string; unsent?: true; removed?: true | undefined }>(
    entries: readonly Entry[],
    keyOf: (entry: Entry) => string,
  ): Entry[] =>
    entries.flatMap((entry) => {
      if (sent.get(keyOf(entry)) !== entry.at) return [entry];
      const { unsent: _, ...plain } = entry;
      // what is taken away is the account's to remember
      return entry.removed ? [] : [plain as Entry];
    });
  return { ...rest, owner, lists: known(lists, ({ id }) => id), wishes: known(wishes, wishKey) };
}

/** What the account has, and over it what it has not heard of. */
function adopted(
  now: Contents,
  { lists, wishes }: Pick<Wishlists, 'lists' | 'wishes'>,
  owner: string,
): Contents {
  const newer = now.wishes.filter((one) => one.unsent);
  const newerLists = now.lists.filter((one) => one.unsent);
  const keys = new Set(newer.map(wishKey));
  const ids = new Set(newerLists.map(({ id }) => id));
  return {
    device: now.device,
    owner,
    lists: [...lists.filter(({ id }) => !ids.has(id)), ...newerLists],
    wishes: [...newer, ...wishes.filter((wish) => !keys.has(wishKey(wish)))],
  };
}
