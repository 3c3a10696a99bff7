import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { test as base, type Page } from '@playwright/test';
import { absent, folderOf } from '../data/source.ts';
import { canTap, tap, tools } from '../replay/clicks.ts';
import { prepare } from '../replay/prepare.ts';
import { readOrder } from '../replay/reading.ts';
import { replay, type Play } from '../replay/replay.ts';
import { NOW, replayShop } from '../replay/seed.ts';
import { openTheatre, type Theatre } from '../replay/stage.ts';
import { readTasks, type Seed, type Task } from '../replay/tasks.ts';
import { isOfOrder } from '../replay/wishes.ts';
import { deep } from './desk/deep.ts';
import { expect } from './desk/fixture.ts';
import { openHostSite, type HostSite } from './desk/host-page.ts';
import { Shopper } from './desk/shopper.ts';

// Tasks of tau-retail by tapping: the same end state as over the API.

const data = folderOf('tau-retail');
const cdn = fileURLToPath(new URL('../../dist/cdn', import.meta.url));
const TOKEN = '/account/desk-token';

interface Tau {
  seed: Seed;
  theatre: Theatre;
  site: HostSite;
}
const test = base.extend<object, { tau: Tau }>({
  tau: [
    async ({}, use) => {
      const site: HostSite = await openHostSite(() => theatre.address);
      const { seed, file, folder, remove } = await prepare(data!);
      const shop = { ...replayShop, origins: [site.origin] };
      const theatre = await openTheatre(file, folder, 'stage', shop);
      await use({ seed, theatre, site });
      await theatre.close();
      await site.close();
      remove();
    },
    { scope: 'worker', timeout: 120_000 },
  ],
});

/** The panel on a shop's page, open and signed in; a write after the first finds it as it was left. */
const tapping = (page: Page, { theatre, site }: Tau): Play => {
  const panel = new Shopper(page);
  let isOpen = false;
  return async ({ stage, shopper: reader, task, action }) => {
    const order = isOfOrder(action) && (await readOrder(reader, action.args.order_id));
    if (!order) throw new Error(`${action.name} is not of an order of theirs`);
    if (!isOpen) {
      await page.clock.setFixedTime(NOW);
      // the backend of a stage has no files: the panel's come from the build
      await page.route(`${theatre.address}/**`, async (route) => {
        const path = join(cdn, new URL(route.request().url()).pathname);
        await (existsSync(path) ? route.fulfill({ path }) : route.continue());
      });
      await page.route(`${site.origin}${TOKEN}`, async (route) =>
        route.fulfill({ body: await stage.vouchFor(task.user_id) }),
      );
      await page.goto(site.page({ attributes: { 'data-identity': TOKEN } }));
      await panel.open();
      isOpen = true;
    }
    await tap({ panel, reader }, action, order);
    return { told: { body: undefined }, tried: 0, faults: panel.complaints };
  };
};

/** Those with a write of this tool, the shortest first; all of their writes can be tapped. */
const tasksOf = (name: string, tasks: readonly Task[]): Task[] =>
  tasks
    .filter(({ actions }) => actions.some((action) => action.name === name))
    .filter(({ actions }) => actions.every(canTap))
    .sort((one, other) => one.actions.length - other.actions.length);

test.describe('A task of tau-retail', () => {
  test.skip(!data, absent('tau-retail'));
  if (!data) return;
  const tasks = readTasks(join(data, 'tasks_train.json'));
  for (const name of tools)
    for (const task of tasksOf(name, tasks).slice(0, deep ? 10 : 1))
      test(`${task.id} reaches its state by tapping: ${name}`, async ({ page, tau }) => {
        const { faults, mutations } = await replay(tau.theatre, task, tau.seed, tapping(page, tau));
        expect([...faults, ...mutations.faults]).toEqual([]);
      });
});
