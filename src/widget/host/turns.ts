/** Does `act` in turn, unless another tab has just been told what it would have asked. */
export type Turn<Answer> = (act: () => Promise<Answer>) => Promise<Answer>;

export interface TurnWorld<Answer> {
  name: string;
  /** May this tab take what another was told? */
  isOurs(answer: Answer): boolean;
  /** Another tab was told this, while nobody here has asked. */
  heard(answer: Answer): void;
  life: AbortSignal;
}

/** A tab that is frozen hears nothing; nobody waits longer for it. */
const PATIENCE = 1000;
const GOT = 'got';

/**
 * One at a time over all tabs of this page's origin, and one for all: whoever has waited meanwhile
 * takes the answer, if it `isOurs`. The lock is not let go of before they have it. It travels
 * through memory only, to pages that could have asked for it themselves.
 */
export function createTurns<Answer extends object>(world: TurnWorld<Answer>): Turn<Answer> {
  const { name, isOurs, heard, life } = world;
  const { locks } = navigator;
  // both are missing in some browsers, locks on plain-http pages too: then each tab is alone
  if (!locks || !('BroadcastChannel' in globalThis)) return (act) => act();
  const channel = new BroadcastChannel(`${name}:turns`);
  const waiting = new Set<{ heard?: Answer }>();
  let acknowledged = () => {};
  channel.addEventListener(
    'message',
    ({ data }: MessageEvent<Answer | typeof GOT>) => {
      if (data === GOT) return acknowledged();
      if (!waiting.size) return heard(data);
      for (const one of waiting) {
        one.heard = data;
        channel.postMessage(GOT);
      }
    },
    { signal: life },
  );
  life.addEventListener('abort', () => channel.close());

  async function tellWaiting(answer: Answer): Promise<void> {
    for (const one of waiting) one.heard = answer;
    const { pending = [] } = await locks.query();
    if (life.aborted) return;
    let left = pending.filter((lock) => lock.name === name).length - waiting.size;
    channel.postMessage(answer);
    if (left < 1) return;
    await new Promise<void>((done) => {
      const timer = setTimeout(done, PATIENCE);
      acknowledged = () => {
        left -= 1;
        if (left) return;
        clearTimeout(timer);
        done();
      };
    });
  }

  return async (act) => {
    const me: { heard?: Answer } = {};
    waiting.add(me);
    try {
      return await locks.request(name, { signal: life }, async () => {
        waiting.delete(me);
        if (me.heard && isOurs(me.heard)) return me.heard;
        const answer = await act();
        await tellWaiting(answer);
        return answer;
      });
    } catch (error) {
      // a browser that refuses all storage refuses locks with it
      if (waiting.has(me) && (error as Error).name === 'SecurityError') return await act();
      throw error;
    } finally {
      waiting.delete(me);
    }
  };
}
