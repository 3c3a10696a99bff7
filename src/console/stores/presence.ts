import { atom, type ReadableAtom } from 'nanostores';
import type { Change, PresenceName } from '../../contract/stream.ts';
import type { Send } from '../../widget/client/request.ts';
import { tellPresence } from '../client/inbox.ts';

/** A colleague who is in the conversation that is open here. */
export interface Colleague {
  staff: string;
  does: Exclude<PresenceName, 'left'>;
}

/** Who else is in the conversation that is open, as it is told over the stream. */
export interface Presence {
  $others: ReadableAtom<readonly Colleague[]>;
  /** Which is open here, and who looks; colleagues are told. */
  look(at: { id: string; me: string } | undefined): void;
  heard(change: Change): void;
}

/** How often it is told that one still looks, and how long that is good, in ms. */
const BEAT = 20_000;
const LOOKS = 50_000;
/** A hint that somebody writes is good for so long, in ms. */
const WRITES = 6000;

/** `isAttended`: who has left the desk looks at nothing. */
export function createPresence(send: Send, isAttended: () => boolean): Presence {
  const $others = atom<readonly Colleague[]>([]);
  const ends = new Map<string, ReturnType<typeof setTimeout>>();
  let here: { id: string; me: string } | undefined;
  let beat: ReturnType<typeof setInterval> | undefined;

  // a hint that is lost is no loss
  const tell = (does: 'looks' | 'left') => {
    if (here) tellPresence(send, here.id, { does }).catch(() => undefined);
  };
  const others = (staff: string) => $others.get().filter((one) => one.staff !== staff);

  function gone(staff: string): void {
    clearTimeout(ends.get(staff));
    ends.delete(staff);
    $others.set(others(staff));
  }

  function put(staff: string, does: Colleague['does']): void {
    clearTimeout(ends.get(staff));
    const end = does === 'writes' ? () => put(staff, 'looks') : () => gone(staff);
    ends.set(staff, setTimeout(end, does === 'writes' ? WRITES : LOOKS));
    $others.set([...others(staff), { staff, does }]);
  }

  return {
    $others,
    look(at) {
      if (at?.id === here?.id) return;
      tell('left');
      clearInterval(beat);
      for (const staff of [...ends.keys()]) gone(staff);
      here = at;
      if (!at) return;
      tell('looks');
      beat = setInterval(() => isAttended() && tell('looks'), BEAT);
    },
    heard({ id, staff, does }) {
      if (id !== here?.id || staff === undefined || staff === here.me) return;
      if (does === 'left') return gone(staff);
      const known = $others.get().find((one) => one.staff === staff);
      // who comes later does not know of us yet
      if (!known) tell('looks');
      if (does === 'writes' || known?.does !== 'writes') put(staff, does ?? 'looks');
    },
  };
}
