import { later } from '../../domain/identity/identity.ts';
import type { Clock, Mailer, MailLease } from '../ports.ts';

/** Mails that wait in the storage: each is taken, sent, and only then forgotten. */
export interface WaitingMails<Taken> {
  /** Takes the one that has waited longest; it is due again when the lease runs out. */
  take(lease: MailLease): Promise<Taken | undefined>;
  /** Tells from when on there is room for it, where there is none now. */
  send(taken: Taken): Promise<string | void>;
  /** Sent, or never to be. */
  done(taken: Taken): Promise<unknown>;
  /** When one that could not be sent is tried again; undefined: never. */
  again(taken: Taken, now: Date): string | undefined;
  /** Due again from then on. */
  putOff(taken: Taken, until: string): Promise<unknown>;
  failed(taken: Taken, error: unknown): void;
}

/** Those that are due later are mailed the next time. */
const MOST_AT_ONCE = 100;
/** Another process or shop has its turn then, where a mail server takes its time, in ms. */
const LONG_ENOUGH = 30_000;
/** Longer than any mail takes, in seconds: who has not told it by then has died. */
const LEASE = 5 * 60;
/** After so many seconds at least one that could not be sent is tried again. */
export const RETRY = 10 * 60;

interface Round {
  /** Whom they go by: while it is not ready they are left as they are. */
  mailer: Pick<Mailer, 'ready'>;
  now: Date;
  clock: Clock;
  signal: AbortSignal | undefined;
}

/** Mails what is due at `now`, one after another, until all are or the signal says that we stop. */
export async function mailInTurn<Taken>(
  waiting: WaitingMails<Taken>,
  { mailer, now, clock, signal }: Round,
): Promise<void> {
  const isReady = async () => (await mailer.ready?.()) ?? true;
  const enough = clock().getTime() + LONG_ENOUGH;
  for (let left = MOST_AT_ONCE; left > 0 && clock().getTime() < enough; left -= 1) {
    if (signal?.aborted || !(await isReady())) return;
    const taken = await waiting.take({ now: now.toISOString(), until: later(clock(), LEASE) });
    if (taken === undefined) return;
    let roomFrom: string | void = undefined;
    try {
      roomFrom = await waiting.send(taken);
    } catch (error) {
      waiting.failed(taken, error);
      // the mail server will take it no other time; whatever else failed may pass, the database too
      if (!isRefused(error)) {
        // whoever comes after us need not wait, nor does a mail that is held back with all others
        const isDue = signal?.aborted || !(await isReady());
        const again = isDue ? now.toISOString() : waiting.again(taken, clock());
        if (again !== undefined) {
          await waiting.putOff(taken, again);
          continue;
        }
      }
    }
    await (typeof roomFrom === 'string' ? waiting.putOff(taken, roomFrom) : waiting.done(taken));
  }
}

/** Whether a mail server has said that it takes this mail at no other time either. */
export const isRefused = (error: unknown): boolean =>
  (error as { code?: unknown } | undefined)?.code === 'refused';
