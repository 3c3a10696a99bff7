import type { Mailer, Meter } from '../../backend/ports.ts';
import type { Job } from '../jobs.ts';
import { createRegistry, type Registry } from './registry.ts';

/** What the server counts of itself while it works. */
export interface ServerMeter extends Meter {
  /** The same mailer, each of its mails counted. */
  mailer<Kind extends Mailer>(mailer: Kind): Kind;
  /** A sign-in at the mail server, tried for all mails that wait, counts as one of them. */
  mailFailed(error: unknown): void;
  /** The same job, each of its runs counted. */
  job(job: Job): Job;
  /** Where others put facts of theirs. */
  registry: Registry;
}

/** From what a cache answers to what a shopper takes for broken, in seconds. */
const LATENCIES = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

export function createMeter(): ServerMeter {
  const registry = createRegistry();
  const requests = registry.histogram(
    'front_desk_request_seconds',
    'Time until an answer began, by the route’s name and the status; its _count counts requests',
    LATENCIES,
  );
  const refusals = registry.counter('front_desk_refusals_total', 'Refusals by code');
  const mails = registry.counter(
    'front_desk_mails_total',
    'Mails, and sign-ins tried for those that wait: sent, unreachable, unfit, refused or failed',
  );
  const jobs = registry.counter('front_desk_jobs_total', 'Runs of jobs: done or failed');
  const mailFailed = (error: unknown) => mails.add({ result: resultOf(error) });
  let streams = 0;
  registry.facts('gauge', 'front_desk_streams_open', 'Live streams that are open', () => [
    [streams],
  ]);

  return {
    registry,
    answered({ route, status, seconds, code }) {
      requests.observe(seconds, { route, status: String(status) });
      if (code !== undefined) refusals.add({ code });
    },
    streamsOpen: (count) => void (streams = count),
    mailer: (mailer) => ({
      ...mailer,
      async send(mail) {
        try {
          await mailer.send(mail);
          mails.add({ result: 'sent' });
        } catch (error) {
          mailFailed(error);
          throw error;
        }
      },
    }),
    mailFailed,
    job: (job) => ({
      ...job,
      async run(now, signal) {
        try {
          const result = await job.run(now, signal);
          jobs.add({ job: job.name, result: 'done' });
          return result;
        } catch (error) {
          jobs.add({ job: job.name, result: 'failed' });
          throw error;
        }
      },
    }),
  };
}

/** A mailer's own code, where it is one of those that are listed. */
function resultOf(error: unknown): string {
  const { code } = (error ?? {}) as { code?: unknown };
  return ['unreachable', 'unfit', 'refused'].find((listed) => listed === code) ?? 'failed';
}
