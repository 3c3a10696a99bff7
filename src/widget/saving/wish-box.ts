import { mostWishes, SAVED } from '../../contract/wishlist-limits.ts';
import type { Wish, Wishlist } from '../../contract/wishlists.ts';

/** What is kept of something the backend has not heard of yet. */
export type Kept<Entry> = Entry & { unsent?: true };

/** All that a shopper has saved, as this device knows it; what was taken away included. */
export interface Contents {
  /** Made at random; it names the device to nobody but the lists. */
  readonly device: string;
  /** Whose it is, once somebody has signed in. */
  readonly owner?: string;
  readonly lists: readonly Kept<Wishlist>[];
  readonly wishes: readonly Kept<Wish>[];
}

export interface Thing {
  product: string;
  variant?: string | undefined;
}

/** Is this wish of the thing; without a variant, of the product in whatever it comes. */
export const isOf =
  ({ product, variant }: Thing) =>
  (wish: Wish): boolean =>
    wish.product === product && (variant === undefined || wish.variant === variant);

const isSame = (one: Thing, other: Thing) =>
  one.product === other.product && one.variant === other.variant;

/**
 * What a shopper has saved, on this device, over all its tabs. Where storage is blocked or full it
 * lives as long as the page.
 */
export class WishBox {
  readonly #key: string;
  readonly #heard = new Set<() => void>();
  #contents: Contents;
  #away: AbortController | undefined;

  constructor(key: string) {
    this.#key = key;
    this.#contents = stored(key) ?? { device: randomName(), lists: [], wishes: [] };
  }

  get contents(): Contents {
    return this.#contents;
  }
  /** What is saved now, of this thing or of all. */
  living(thing?: Thing): Kept<Wish>[] {
    const wanted = thing && isOf(thing);
    return this.#contents.wishes.filter((wish) => !wish.removed && (!wanted || wanted(wish)));
  }

  /** Hears of every change, here and in other tabs. */
  listen(heard: () => void): () => void {
    this.#heard.add(heard);
    if (!this.#away) {
      const { signal } = (this.#away = new AbortController());
      const fromElsewhere = ({ key }: StorageEvent) => {
        if (key !== this.#key && key !== null) return;
        this.#contents = stored(this.#key) ?? { ...this.#contents, lists: [], wishes: [] };
        this.#tell();
      };
      addEventListener('storage', fromElsewhere, { signal });
    }
    return () => {
      this.#heard.delete(heard);
      if (this.#heard.size) return;
      this.#away?.abort();
      this.#away = undefined;
    };
  }

  /** Puts other contents in the place of those that are there at this moment. */
  change(next: (now: Contents) => Contents): void {
    // another tab may have written since
    this.#contents = next(stored(this.#key) ?? this.#contents);
    const { owner, lists, wishes } = this.#contents;
    try {
      if (owner || lists.length || wishes.length)
        localStorage.setItem(this.#key, JSON.stringify(this.#contents));
      else localStorage.removeItem(this.#key);
    } catch {
      // blocked or full: the page's memory has them
    }
    this.#tell();
  }

  /** Writes wishes as of now. False where there would be too many. */
  write(wishes: readonly Wish[]): boolean {
    const known = this.living();
    const isNew = (wish: Wish) => !wish.removed && !known.some((one) => isSame(one, wish));
    const more = wishes.filter(isNew).length;
    if (more && known.length + more > mostWishes) return false;
    this.change(({ wishes: before, ...rest }) => ({
      ...rest,
      wishes: [
        ...wishes.map((wish) =>
          stamped(
            wish,
            rest.device,
            before.find((one) => isSame(one, wish)),
          ),
        ),
        ...before.filter((one) => !wishes.some((wish) => isSame(one, wish))),
      ],
    }));
    return true;
  }

  /** Saves a thing; one that was saved before is again where it was, with its note. */
  save({ product, variant }: Thing): boolean {
    const at = new Date().toISOString();
    const thing = { product, ...(variant !== undefined && { variant }) };
    const before = this.#contents.wishes.find((wish) => isSame(wish, thing));
    const { device } = this.#contents;
    const found: Wish = before ?? { ...thing, list: SAVED, quantity: 1, savedAt: at, at, device };
    const { removed: _, ...wish } = found;
    return this.write([{ ...wish, savedAt: at }]);
  }

  /** Takes it away; answers with what `write` brings back. */
  remove(thing: Thing): Wish[] {
    const gone = this.living(thing);
    this.write(gone.map((wish) => ({ ...wish, removed: true as const })));
    return gone;
  }

  writeList(list: Wishlist): void {
    this.change(({ lists, ...rest }) => ({
      ...rest,
      lists: [
        ...lists.filter(({ id }) => id !== list.id),
        stamped(
          list,
          rest.device,
          lists.find(({ id }) => id === list.id),
        ),
      ],
    }));
  }

  #tell(): void {
    for (const heard of [...this.#heard]) heard();
  }
}

/** Later than what it follows, whatever the clock says. */
function stamped<Entry extends Kept<Wish> | Kept<Wishlist>>(
  entry: Entry,
  device: string,
  before: Entry | undefined,
): Entry {
  const at = Math.max(Date.now(), before ? Date.parse(before.at) + 1 : 0);
  return { ...entry, device, at: new Date(at).toISOString(), unsent: true };
}

function stored(key: string): Contents | undefined {
  try {
    const found: unknown = JSON.parse(localStorage.getItem(key) ?? 'null');
    return isContents(found) ? found : undefined;
  } catch {
    return undefined;
  }
}

/** Whoever wrote it was an older or newer one of us; a page may have written there as well. */
const isContents = (found: unknown): found is Contents =>
  typeof found === 'object' &&
  found !== null &&
  'device' in found &&
  'lists' in found &&
  'wishes' in found &&
  Array.isArray(found.lists) &&
  Array.isArray(found.wishes);

/** For a device or a request; crypto.randomUUID is missing on plain-http pages. */
export const randomName = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
