import type { Clock, Log } from '../backend/ports.ts';

/** Work that comes round by itself: a name for the log, how often, what. */
export interface Job {
  name: string;
  everyMs: number;
  run(now: Date): Promise<unknown>;
}

export interface Jobs {
  /** No job starts any more; resolves when the one that runs is done. */
  stop(): Promise<void>;
}

/** Runs each job at once and then in its rhythm, one at a time; a failure is told and tried again. */
export function startJobs(jobs: readonly Job[], clock: Clock, log: Log): Jobs {
  let stopped = false;
  let line: Promise<void> = Promise.resolve();

  const runNow = (job: Job) => {
    line = line.then(async () => {
      if (stopped) return;
      try {
        await job.run(clock());
      } catch (error) {
        log.error('job_failed', error, { job: job.name });
      }
    });
  };
  const timers = jobs.map((job) => {
    runNow(job);
    return setInterval(() => runNow(job), job.everyMs).unref();
  });

  return {
    stop() {
      stopped = true;
      for (const timer of timers) clearInterval(timer);
      return line;
    },
  };
}
