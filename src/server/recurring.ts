import type { Log, Shops, Storage } from '../backend/ports.ts';
import { resumeImports } from '../backend/services/import.ts';
import type { MailUnseen } from '../backend/services/conversation-mails.ts';
import { purge } from '../backend/services/purge.ts';
import type { MoneyWorker } from '../backend/services/money.ts';
import type { Remind } from '../backend/services/return-reminders.ts';
import type { SweepLabels } from '../backend/services/return-labels.ts';
import type { RenewedModels } from '../backend/services/models.ts';
import type { Job } from './jobs.ts';

const SECOND = 1000;
const LOOK = 15 * SECOND;
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** A reader that says nothing for so long has died with its process. */
const SILENT = 10 * MINUTE;

export const purging = (storage: Storage): Job => ({
  name: 'purge',
  everyMs: HOUR,
  alone: true,
  run: (now, signal) => purge(storage, now, signal),
});

/** Any process may go on with what another began: each row is taken by one of them. */
export const resumingImports = (storage: Storage, shops: Shops, log: Log): Job => ({
  name: 'imports',
  everyMs: MINUTE,
  async run(now) {
    const since = new Date(now.getTime() - SILENT);
    const resumed = await resumeImports(storage, shops, since);
    if (resumed.finished || resumed.dropped) log.info('imports_resumed', resumed);
  },
});

/** What shoppers wait for is told well within a minute. */
export const alerting = (run: (signal: AbortSignal) => Promise<void>): Job => ({
  name: 'wishlist_mails',
  everyMs: LOOK,
  run: (_now, signal) => run(signal),
});

/** A build takes its time in a thread: a stop does not wait for it. */
export const recommending = (models: RenewedModels, shops: Shops, log: Log): Job => ({
  name: 'recommendations',
  everyMs: 10 * MINUTE,
  alone: true,
  async run() {
    void (async () => {
      for (const { id } of shops.all())
        await models.renew(id).catch((error: unknown) => log.error('model_failed', error));
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
