import assert from 'node:assert/strict';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { absent, folderOf } from '../data/source.ts';
import { mutated } from './mutations.ts';
import { prepare, type Prepared } from './prepare.ts';
import { replay, type Play } from './replay.ts';
import { openTheatre, type Theatre } from './stage.ts';
import { readTasks, type Task } from './tasks.ts';

const data = folderOf('tau-retail');
const EVERY = 25;

describe('Tasks of tau-retail', { skip: !data && absent('tau-retail') }, () => {
  if (!data) return;
  const train = readTasks(join(data, 'tasks_train.json'));
  const dev = readTasks(join(data, 'tasks_dev.json'));
  const [first] = train;
  assert.ok(first);

  let prepared: Prepared;
  let theatre: Theatre;
  before(async () => {
    prepared = await prepare(data);
    theatre = await openTheatre(prepared.file, prepared.folder, 'stage');
  });
  after(async () => {
    await theatre.close();
    prepared.remove();
  });
  const play = (task: Task, how?: Play) => replay(theatre, task, prepared.seed, how);

  for (const task of [...dev, ...train.filter((_, nth) => nth % EVERY === 0)])
    test(`${task.id} reaches its state, and nothing bent has an effect`, async () => {
      const { faults, mutations } = await play(task, mutated);
      assert.deepEqual([...faults, ...mutations.faults], []);
    });

  test('A state that is not reached is told', async () => {
    const nothing = { ...first, actions: [], expected_changed: { users: {}, orders: {} } };
    assert.deepEqual((await play(nothing)).faults, []);
    const { faults } = await play({ ...first, actions: [] });
    assert.ok(
      faults.some((fault) => fault.includes('status: "delivered", not "return requested"')),
    );
  });

  test('A change of somebody else’s data is told', async () => {
    const [id = ''] = Object.keys(prepared.seed.users).filter((one) => one !== first.user_id);
    const harmed: Play = async ({ stage, seed }) => {
      const address = { lines: ['Elsewhere 1'] };
      const { orders } = seed.users[id]!;
      await stage.storage.catalogue.changeAddress(stage.shop, id, address, new Date(), undefined);
      return { told: { body: orders }, tried: 0, faults: [] };
    };
    const { faults } = await play(
      { ...first, expected_changed: { users: {}, orders: {} } },
      harmed,
    );
    assert.deepEqual(faults, ['customers: 2 rows of others changed']);
  });
});
