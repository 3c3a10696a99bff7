import { codesFor } from './refusals.ts';
import { comparableOrder, comparableUser, differences } from './differences.ts';
import { readOrder, readState } from './reading.ts';
import type { Shopper, Told } from './shopper.ts';
import type { Stage, Theatre } from './stage.ts';
import type { Seed, Task, WriteAction } from './tasks.ts';
import { addressWish, isOfOrder, wishOf } from './wishes.ts';

/** One write of a task, about to be sent. */
export interface Scene {
  stage: Stage;
  shopper: Shopper;
  task: Task;
  action: WriteAction;
  seed: Seed;
}

/** How a write went, and what else was tried beside it. */
export interface Act {
  told: Told;
  tried: number;
  faults: string[];
}

export type Play = (scene: Scene) => Promise<Act>;

export interface Played {
  id: string;
  /** What is not as the task expects. */
  faults: string[];
  /** What of all that was tried beside it went wrong. */
  mutations: { tried: number; faults: string[] };
}

/** As the task says, and nothing else. */
export const straight: Play = async (scene) => ({
  ...{ told: await send(scene), tried: 0, faults: [] },
});

/** Acts as the task's customer, on a stage of its own. */
export async function replay(
  theatre: Theatre,
  task: Task,
  seed: Seed,
  play: Play = straight,
): Promise<Played> {
  const stage = await theatre.stage();
  const theirs = theirsIn(task, seed);
  const mutations: Played['mutations'] = { tried: 0, faults: [] };
  const faults: string[] = [];
  try {
    const shopper = await stage.signIn(task.user_id);
    for (const action of task.actions) {
      const act = await play({ stage, shopper, task, action, seed });
      mutations.tried += act.tried;
      mutations.faults.push(...act.faults);
      faults.push(...faultsOf(action, act.told));
    }
    for (const customer of theirs) {
      const who = customer === task.user_id ? shopper : await stage.signIn(customer);
      faults.push(...(await compare(who, customer, task, seed)));
    }
  } catch (error) {
    faults.push(error instanceof Error ? error.message : String(error));
  }
  faults.push(...(await stage.strike(theirs)));
  return { id: task.id, faults, mutations };
}

async function send({ shopper, task, action }: Scene): Promise<Told> {
  if (!isOfOrder(action)) {
    // nobody's data but one's own has an address in the API
    if (action.args.user_id !== task.user_id) return { refused: 'not_found' };
    return shopper.make(addressWish(action.args));
  }
  const order = await readOrder(shopper, action.args.order_id);
  return order ? shopper.make(wishOf(action, order)) : { refused: 'not_found' };
}

function faultsOf({ name, expect_error: error }: WriteAction, { refused }: Told): string[] {
  if (error === undefined) return refused ? [`${name} was refused: ${refused}`] : [];
  const codes = codesFor(error);
  if (!refused) return [`${name} was done, and was to be refused: ${error}`];
  return codes.includes(refused)
    ? []
    : [`${name}: ${refused}, not ${codes.join(' or ') || 'a code known here'}, for "${error}"`];
}

/** Whose data the task may change. */
const theirsIn = ({ user_id, expected_changed: { users, orders } }: Task, seed: Seed): string[] => [
  ...new Set([
    user_id,
    ...Object.keys(users),
    ...Object.keys(orders).flatMap((number) => seed.orders[number]?.user_id ?? []),
  ]),
];

async function compare(
  shopper: Shopper,
  customer: string,
  { expected_changed: changed }: Task,
  seed: Seed,
): Promise<string[]> {
  const { id, user, orders } = await readState(shopper);
  const wantedUser = changed.users[customer] ?? seed.users[customer];
  if (id !== customer || !wantedUser) return [`${customer} is not in the seed`];
  const numbers = new Set([...Object.keys(orders), ...wantedUser.orders]);
  return [
    ...differences(comparableUser(user), comparableUser(wantedUser), customer),
    ...[...numbers].flatMap((number) => {
      const is = orders[number];
      const wanted = changed.orders[number] ?? seed.orders[number];
      return differences(is && comparableOrder(is), wanted && comparableOrder(wanted), number);
    }),
  ];
}
