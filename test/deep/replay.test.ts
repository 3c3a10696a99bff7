import assert from 'node:assert/strict';
import { join } from 'node:path';
import { test } from 'node:test';
import { absent, folderOf } from '../data/source.ts';
import { playAll } from '../replay/run.ts';

const data = folderOf('tau-retail');

for (const tasks of ['tasks_train.json', 'tasks_dev.json'])
  test(
    `Every task of ${tasks} reaches its state`,
    { skip: !data && absent('tau-retail') },
    async (context) => {
      if (!data) return;
      const played = await playAll({ data, tasks: join(data, tasks), mutations: true });
      const faults = played.flatMap(({ id, faults: own, mutations }) =>
        [...own, ...mutations.faults].map((fault) => `${id}: ${fault}`),
      );
      assert.deepEqual(faults, []);
      const tried = played.reduce((sum, { mutations }) => sum + mutations.tried, 0);
      context.diagnostic(
        `figure: tasks of tau-retail over the API, ${tasks}: ${played.length} reach their state; ${tried} bent ones refused`,
      );
    },
  );
