import { fork } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { prepare } from './prepare.ts';
import type { Played } from './replay.ts';
import { readTasks } from './tasks.ts';

export interface Wanted {
  /** Folder of the seed. */
  data: string;
  /** File of the tasks. */
  tasks: string;
  /** Id of the only task that is wanted. */
  only?: string | undefined;
  workers?: number | undefined;
  mutations: boolean;
}

/** What a worker is told by its command line. */
export type WorkerWanted = Omit<Wanted, 'only' | 'workers'> & {
  seed: string;
  folder: string;
  name: string;
};

/** Replays the tasks, prints what failed; true when nothing did. */
export async function run(wanted: Wanted): Promise<boolean> {
  const played = await playAll(wanted);
  for (const { id, faults, mutations } of played)
    for (const fault of [...faults, ...mutations.faults]) console.log(`${id}: ${fault}`);
  const reached = played.filter(({ faults }) => faults.length === 0).length;
  const tried = played.reduce((sum, { mutations }) => sum + mutations.tried, 0);
  const failed = played.reduce((sum, { mutations }) => sum + mutations.faults.length, 0);
  if (wanted.mutations) console.log(`${tried - failed} of ${tried} mutations are refused`);
  console.log(`${reached} of ${played.length} tasks reach their state`);
  return reached === played.length && failed === 0;
}

/** The tasks in processes beside each other, in the order of their file. */
export async function playAll(wanted: Wanted): Promise<Played[]> {
  const { data, tasks, only, mutations } = wanted;
  const open = readTasks(tasks).flatMap(({ id }, nth) =>
    only === undefined || id === only ? nth : [],
  );
  if (open.length === 0) throw new Error(`There is no task${only ? ` ${only}` : ''} in ${tasks}.`);
  const { file: seed, folder, remove } = await prepare(data);
  const played: [nth: number, Played][] = [];
  try {
    const workers = Math.min(wanted.workers ?? availableParallelism(), open.length);
    await Promise.all(
      Array.from({ length: workers }, (_, nth) =>
        work({ data, tasks, mutations, seed, folder, name: `stage-${nth}` }, open, played),
      ),
    );
  } finally {
    remove();
  }
  return played.sort(([one], [other]) => one - other).map(([, each]) => each);
}

/** One worker takes tasks until there are none. */
function work(wanted: WorkerWanted, open: number[], played: [number, Played][]): Promise<void> {
  const worker = fork(
    fileURLToPath(new URL('./worker.ts', import.meta.url)),
    [JSON.stringify(wanted)],
    { execArgv: ['--import', 'tsx'] },
  );
  let task: number | undefined;
  return new Promise((resolve, reject) => {
    worker.on('message', (message: Played | 'ready') => {
      if (message !== 'ready' && task !== undefined) played.push([task, message]);
      task = open.shift();
      if (task === undefined) worker.disconnect();
      else worker.send(task);
    });
    worker.on('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`A worker ended with ${code}`)),
    );
  });
}
