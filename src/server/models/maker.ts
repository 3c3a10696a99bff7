import { Worker } from 'node:worker_threads';
import type { ModelMaker } from '../../backend/ports.ts';
import type { ModelMade, ModelWork } from './work.ts';

export interface ModelThreads extends ModelMaker {
  /** Ends what is under way. */
  stop(): Promise<void>;
}

/** A build of a large shop takes this at most, MB: more and its thread ends, not the server. */
const MOST_MB = 2048;

/**
 * Makes models in threads of their own, one after the other: a build takes one core for its time, and
 * whoever is answered meanwhile does not wait for it.
 */
export function createModelThreads(script: URL): ModelThreads {
  let line: Promise<unknown> = Promise.resolve();
  let running: Worker | undefined;
  let stopped = false;

  const run = (work: ModelWork): Promise<ModelMade> => {
    const made = line.then(() => inThread(work));
    line = made.catch(() => undefined);
    return made;
  };

  const inThread = (work: ModelWork): Promise<ModelMade> =>
    new Promise((resolve, reject) => {
      if (stopped) throw new Error('The server stops');
      const thread = new Worker(script, {
        workerData: work,
        resourceLimits: { maxOldGenerationSizeMb: MOST_MB },
      });
      running = thread;
      thread.once('message', resolve);
      thread.once('error', reject);
      // after its message this changes nothing
      thread.once('exit', () => reject(new Error('The thread of a model has ended early')));
    });

  return {
    build: (gathered) => run({ kind: 'build', gathered }),
    recall: (model) => run({ kind: 'recall', model }),
    async stop() {
      stopped = true;
      await running?.terminate();
    },
  };
}
