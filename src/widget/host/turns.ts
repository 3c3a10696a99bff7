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

/** A tab that is frozen, or has much to do, hears late; nobody's turn waits longer for it. */
const PATIENCE = 3000;
/** What whoever waits says to the answer: true, and it goes; or it waits on, for one that is its own. */
type Reply = boolean;

/**
 * One at a time over all tabs of this page's origin, and one for all: whoever waits meanwhile takes
 * the answer at once, if it `isOurs`. The lock is not let go of before they have it. It travels
 * through memory only, to pages that could have asked for it themselves.
 */
export function createTurns<Answer extends object>(world: TurnWorld<Answer>): Turn<Answer> {
  const { name, isOurs, heard, life } = world;
  const { locks } = navigator;
  // both are missing in some browsers, locks on plain-http pages too: then each tab is alone
  const canShare = locks && 'BroadcastChannel' in globalThis;
  // or it went while this code was on its way
  if (!canShare || life.aborted) return (act) => act();
  const channel = new BroadcastChannel(`${name}:turns`);
  const waiting = new Set<(answer: Answer) => Reply>();
  let replied = (_reply: Reply) => {};
  let done = () => {};
  channel.addEventListener('message', ({ data }: MessageEvent<Answer | Reply>) => {
    if (typeof data === 'boolean') return replied(data);
    if (!waiting.size) return heard(data);
    for (const take of waiting) channel.postMessage(take(data));
  });
  life.addEventListener('abort', () => {
    channel.close();
    done();
  });

  const tellWaiting = (answer: Answer) =>
    new Promise<void>((resolve) => {
      for (const take of waiting) take(answer);
      let waitOn = waiting.size;
      if (life.aborted) return resolve();
      const late = setTimeout(() => done(), PATIENCE);
      done = () => {
        clearTimeout(late);
        resolve();
      };
      const look = async () => {
        const { pending = [] } = await locks.query();
        if (pending.filter((lock) => lock.name === name).length <= waitOn) done();
      };
      replied = (reply) => {
        if (!reply) waitOn += 1;
        void look();
      };
      channel.postMessage(answer);
      void look();
    });

  return (act) =>
    new Promise((resolve, reject) => {
      const told = new AbortController();
      const take = (answer: Answer): Reply => {
        if (!isOurs(answer)) return false;
        waiting.delete(take);
        told.abort();
        resolve(answer);
        return true;
      };
      const inTurn = async () => {
        if (!waiting.delete(take)) return;
        const answer = await act();
        resolve(answer);
        await tellWaiting(answer);
      };
      const signal = AbortSignal.any([life, told.signal]);
      waiting.add(take);
      locks
        .request(name, { signal }, inTurn)
        .catch(async (error: Error) => {
          // a browser that refuses all storage refuses locks with it
          if (!waiting.delete(take) || error.name !== 'SecurityError') throw error;
          resolve(await act());
        })
        .catch(reject);
    });
}
