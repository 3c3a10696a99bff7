import type { Clock, Log, Shops, Storage } from '../backend/ports.ts';
import type { MailUnseen } from '../backend/services/conversation-mails.ts';
import { purge } from '../backend/services/purge.ts';
import type { MoneyWorker } from '../backend/services/money.ts';
import type { Remind } from '../backend/services/return-reminders.ts';
import type { SweepLabels } from '../backend/services/return-labels.ts';
import type { RenewedModels } from '../backend/services/models.ts';
import { resumeImports } from '../backend/services/resume-imports.ts';
import type { Job } from './jobs.ts';

const SECOND = 1000;
const LOOK = 15 * SECOND;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A reader that says nothing for so long has died with its process. */
const SILENT_READER = 10 * MINUTE;
/** A writer says something after each batch, and no batch takes as long, nor are clocks so far apart. */
const SILENT_WRITER = 2 * MINUTE;

export const purging = (storage: Storage, log: Log): Job => ({
  name: 'purge',
  everyMs: HOUR,
  alone: true,
  run: (now, signal) => purge(storage, now, { log, signal }),
});

/** Goes on with what a process has left behind: in a database that several share, or one of our own. */
export const resumingImports = (
  parts: { storage: Storage; clock: Clock },
  shops: Shops,
  { log, isShared }: { log: Log; isShared: boolean },
): Job => ({
  name: 'imports',
  everyMs: MINUTE,
  alone: true,
  async run(now, signal) {
    // what is being read into a database of our own is read here, and ends when its caller does
    const reading = isShared ? before(now, SILENT_READER) : new Date(0);
    const silence = { reading, writing: before(now, SILENT_WRITER) };
    const resumed = await resumeImports(parts, shops, { silence, signal });
    if (resumed.finished || resumed.dropped) log.info('imports_resumed', resumed);
  },
});

const before = (now: Date, ms: number): Date => new Date(now.getTime() - ms);

/** What is set in another process comes by a hint, and a hint may be lost: the row is the truth. */
export const readingSettings = (shops: Required<Pick<Shops, 'reload'>>): Job => ({
  name: 'settings',
  everyMs: MINUTE,
  run: () => shops.reload(),
});

/** What shoppers wait for is told well within a minute. */
export const alerting = (run: (signal: AbortSignal) => Promise<void>): Job => ({
  name: 'wishlist_mails',
  everyMs: LOOK,
  run: (_now, signal) => run(signal),
});

/** A build takes its time in a thread: a stop does not wait for it, and what it cuts off has not failed. */
export const recommending = (models: RenewedModels, shops: Shops, log: Log): Job => ({
  name: 'recommendations',
  everyMs: 10 * MINUTE,
  alone: true,
  async run(_now, signal) {
    void (async () => {
      for (const { id } of shops.all()) {
        if (signal.aborted) return;
        await models.renew(id).catch((error: unknown) => {
          if (!signal.aborted) log.error('model_failed', error);
        });
      }
    })();
  },
});

/** What the shop put off comes back to it. */
export const waking = ({ conversations }: Storage): Job => ({
  name: 'snoozed',
  everyMs: MINUTE,
  alone: true,
  run: (now) => conversations.wake(now.toISOString()),
});

/** Money moves as soon as it may; what time alone brings can wait a little. */
export const settling = ({
  worker,
  sweepLabels,
  remind,
  mailUnseen,
}: {
  worker: MoneyWorker;
  sweepLabels: SweepLabels;
  remind: Remind | undefined;
  mailUnseen: MailUnseen | undefined;
}): Job[] => [
  { name: 'money', everyMs: SECOND, run: (now) => worker.run(now) },
  { name: 'settling', everyMs: MINUTE, alone: true, run: worker.sweep },
  { name: 'labels', everyMs: MINUTE, alone: true, run: sweepLabels },
  ...(mailUnseen
    ? [{ name: 'answers', everyMs: MINUTE, alone: true, run: mailUnseen } as const]
    : []),
  ...(remind ? [{ name: 'reminders', everyMs: HOUR, alone: true, run: remind } as const] : []),
];
