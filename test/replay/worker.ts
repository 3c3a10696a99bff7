// A process of its own: replays the tasks whose places it is sent, one after the other.
import { mutated } from './mutations.ts';
import { readSeed } from './prepare.ts';
import { replay, straight } from './replay.ts';
import type { WorkerWanted } from './run.ts';
import { openTheatre } from './stage.ts';
import { readTasks } from './tasks.ts';

const wanted = JSON.parse(process.argv[2]!) as WorkerWanted;
const seed = readSeed(wanted.data);
const tasks = readTasks(wanted.tasks);
const theatre = await openTheatre(wanted.seed, wanted.folder, wanted.name);

process.on('message', async (nth: number) => {
  process.send!(await replay(theatre, tasks[nth]!, seed, wanted.mutations ? mutated : straight));
});
process.on('disconnect', () => void theatre.close());
process.send!('ready');
