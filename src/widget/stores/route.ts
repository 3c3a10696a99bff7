import { atom, type ReadableAtom } from 'nanostores';

/** A room and, where it has one, the thing it shows: `order/o_4182`. */
export interface Place {
  readonly room: string;
  readonly id?: string;
  /** Which of the room's screens, where it asks one thing after the other. */
  readonly step?: string;
  /** Where to go when this task is done: sign-in leads on to the order that was asked for. */
  readonly after?: Place;
}

export interface Route {
  /** The rooms on the way here, the shown one last; never empty. */
  readonly $stack: ReadableAtom<readonly Place[]>;
  /** The room that is shown. */
  here(): Place;
  /** A tab or a way in from outside: forgets the way here. */
  enter(path: string | Place): void;
  /** One room further; `after` is where to go when that room's task is done. */
  go(path: string | Place, after?: Place): void;
  /** Another room in place of this one: back does not lead here again. */
  replace(path: string | Place): void;
  /** False when there is nothing to go back to. */
  back(): boolean;
  /** A task is done: on to `after`, else back, else home. */
  done(): void;
}

const HOME: Place = { room: 'home' };

const placeOf = (path: string | Place): Place => {
  if (typeof path !== 'string') return path;
  const [room, ...rest] = path.split('/').filter(Boolean);
  const id = rest.join('/');
  return room ? { room, ...(id && { id: decode(id) }) } : HOME;
};

const decode = (text: string): string => {
  try {
    return decodeURIComponent(text);
  } catch {
    return text; // a lone % in a link somebody typed
  }
};

/** Where the shopper is in the panel: a stack of rooms, never the page's own history. */
export function createRoute(): Route {
  const $stack = atom<readonly Place[]>([HOME]);
  const stack = () => $stack.get();
  const here = () => stack().at(-1) ?? HOME;
  const enter = (path: string | Place) => {
    const place = placeOf(path);
    // one thing has no tab of its own: the way back from it leads home
    $stack.set(place.id ? [HOME, place] : [place]);
  };
  const replace = (path: string | Place) => $stack.set([...stack().slice(0, -1), placeOf(path)]);
  const back = () => {
    if (stack().length < 2) return false;
    $stack.set(stack().slice(0, -1));
    return true;
  };
  return {
    $stack,
    here,
    enter,
    go: (path, after) =>
      $stack.set([...stack(), after ? { ...placeOf(path), after } : placeOf(path)]),
    replace,
    back,
    done() {
      const { after } = here();
      if (after) replace(after);
      else if (!back()) enter(HOME);
    },
  };
}
