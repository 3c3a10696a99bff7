import { atom, type ReadableAtom } from 'nanostores';

export const rooms = ['inbox', 'returns', 'settings'] as const;
export type Room = (typeof rooms)[number];

export interface Place {
  room: Room;
  /** What is open in it. */
  open?: string;
  /** A customer, in place of a conversation. */
  customer?: string;
  /** An order of theirs that is open with them; of nobody that is named: the order alone. */
  order?: string;
}

/** Where in the console one is: it stands behind the #, so that back and reload work. */
export interface Route {
  $place: ReadableAtom<Place>;
  go(place: Place): void;
  /** The token of a mailed link, until it is used; from the address it is gone at once. */
  $link: ReadableAtom<string | undefined>;
  forgetLink(): void;
  /** Asks before one goes elsewhere, with the way there; undefined: nobody is asked. */
  hold(ask: ((go: () => void) => void) | undefined): void;
}

export function createRoute(page: Window): Route {
  const { location, history } = page;
  const $place = atom(placeOf(location.hash));
  const $link = atom<string | undefined>();
  let held: ((go: () => void) => void) | undefined;
  const read = () => {
    const { hash: there } = location;
    const here = hashOf($place.get());
    if (held && hashOf(placeOf(there)) !== here) {
      history.replaceState(null, '', here);
      return held(() => {
        held = undefined;
        location.hash = there;
      });
    }
    const token = /^#link=([\w-]+)$/.exec(location.hash)?.[1];
    if (token === undefined) return $place.set(placeOf(location.hash));
    $link.set(token);
    history.replaceState(null, '', location.pathname + location.search);
  };
  read();
  page.addEventListener('hashchange', read);
  page.addEventListener('beforeunload', (event) => {
    if (held) event.preventDefault();
  });
  return {
    ...{ $place, $link },
    go(place) {
      const hash = hashOf(place);
      if (hash !== location.hash) location.hash = hash;
    },
    forgetLink: () => $link.set(undefined),
    hold: (ask) => (held = ask),
  };
}

function hashOf({ room, open, customer, order }: Place): string {
  const ofOrder = order === undefined ? [room, open] : ['order', order];
  const place = customer === undefined ? ofOrder : ['customer', customer, order];
  return `#${place.flatMap((part) => (part === undefined ? [] : encodeURIComponent(part))).join('/')}`;
}

function placeOf(hash: string): Place {
  const [name, open, order] = hash.slice(1).split('/');
  if (name === 'customer' && open)
    return {
      ...{ room: 'inbox', customer: decodeURIComponent(open) },
      ...(order && { order: decodeURIComponent(order) }),
    };
  if (name === 'order' && open) return { room: 'inbox', order: decodeURIComponent(open) };
  const room = rooms.find((each) => each === name) ?? 'inbox';
  return open ? { room, open: decodeURIComponent(open) } : { room };
}
