import type { Clock, JobStore, Log } from '../backend/ports.ts';

/** Work that comes round by itself: a name for the log, how often, what. */
export interface Job {
  name: string;
  everyMs: number;
  /** Of several processes one does it each time; otherwise all may, at once. */
  alone?: true;
  /** The signal says that the process stops: between two pieces of its work the job looks. */
  run(now: Date, signal: AbortSignal): Promise<unknown>;
}

export interface Jobs {
  /** No job starts any more, and those that run are told; resolves when all are done. */
  stop(): Promise<void>;
}

/** True when it is this process's turn to do the job. */
export type Turn = (job: Job, now: Date) => Promise<boolean>;

/** Asked by several processes; one that comes a little early next time does not lose its turn. */
export const turnsIn =
  (store: JobStore): Turn =>
  (job, now) =>
    store.claim(
      job.name,
      now.toISOString(),
      new Date(now.getTime() + job.everyMs * 0.9).toISOString(),
    );

/**
 * Runs each job at once and then in its rhythm. Jobs do not wait for one another, and none runs beside
 * itself: a tick that finds it at work is passed over. A failure is told and tried again.
 */
export function startJobs(
  jobs: readonly Job[],
  clock: Clock,
  log: Log,
  isOurs: Turn = async () => true,
): Jobs {
  const stopping = new AbortController();
  const { signal } = stopping;
  const underWay = new Map<Job, Promise<void>>();

  const run = async (job: Job) => {
    try {
      const now = clock();
      if (job.alone && !(await isOurs(job, now))) return;
      // it may have been asked for while we stopped
      if (!signal.aborted) await job.run(now, signal);
    } catch (error) {
      log.error('job_failed', error, { job: job.name });
    }
  };
  const runNow = (job: Job) => {
    if (underWay.has(job)) return;
    underWay.set(
      job,
      run(job).finally(() => underWay.delete(job)),
    );
  };
  const timers = jobs.map((job) => {
    runNow(job);
    return setInterval(() => runNow(job), job.everyMs).unref();
  });

  return {
    async stop() {
      stopping.abort();
      for (const timer of timers) clearInterval(timer);
      await Promise.all(underWay.values());
    },
  };
}
