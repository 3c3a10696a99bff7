import { parentPort, workerData } from 'node:worker_threads';
import { buildModel, recallModel } from '../../domain/recommendations/model.ts';
import { buffersOf } from './buffers.ts';
import type { ModelMade, ModelWork } from './work.ts';

const work: ModelWork = workerData;
const made: ModelMade = work.kind === 'build' ? buildModel(work.gathered) : recallModel(work.model);
parentPort?.postMessage(made, buffersOf(made));
