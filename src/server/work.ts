import type { Clock, Log, Mailer, Shops, Storage } from '../backend/ports.ts';
import type { RenewedModels } from '../backend/services/models.ts';
import { startJobs, turnsIn, type Job, type Jobs } from './jobs.ts';
import type { ServerMeter } from './metrics/meter.ts';
import {
  alerting,
  purging,
  readingSettings,
  recommending,
  resumingImports,
  settling,
  waking,
} from './recurring.ts';
import { webhookSender } from './webhooks.ts';
import { wishlistMails } from './wishlist-mails.ts';

interface Parts {
  storage: Storage;
  /** Others may be at work in the same database. */
  isShared: boolean;
  shops: Required<Pick<Shops, 'reload'>> & Shops;
  settlers: Parameters<typeof settling>[0];
  models: RenewedModels;
  /** Absent: nobody is told of what is back. */
  mailer: Mailer | undefined;
  meter: Pick<ServerMeter, 'job'>;
  clock: Clock;
  log: Log;
  dev: boolean;
}

const SECOND = 1000;

/** Sets going all that the server does by itself, and brings it to rest. */
export function startWork({ storage, isShared, shops, settlers, models, ...parts }: Parts): Jobs {
  const { mailer, meter, clock, log, dev } = parts;
  const webhooks = webhookSender({ storage, shops, clock, log, dev });
  const sending = { name: 'webhooks', everyMs: SECOND, run: (now: Date) => webhooks.run(now) };
  const recurring: Job[] = [
    purging(storage, log),
    waking(storage),
    sending,
    ...settling(settlers),
    recommending(models, shops, log),
    resumingImports({ storage, clock }, shops, { log, isShared }),
  ];
  if (isShared) recurring.push(readingSettings(shops));
  if (mailer) recurring.push(alerting(wishlistMails({ storage, shops, mailer, clock, log })));
  const isOurs = isShared ? turnsIn(storage.jobs) : undefined;
  const jobs = startJobs(recurring.map(meter.job), clock, log, isOurs);
  // asked again: the job that was still running may have set something off
  const quiet = () => Promise.all([webhooks.stop(), settlers.worker.stop()]);
  return {
    async stop() {
      await Promise.all([quiet(), jobs.stop().then(quiet)]);
    },
  };
}
