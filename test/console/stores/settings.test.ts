import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createSettings, type Settings } from '../../../src/console/stores/settings.ts';
import { Problem } from '../../../src/widget/client/problem.ts';
import type { Send } from '../../../src/widget/client/request.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aColleague, CONSOLE } from '../../builders/colleague.ts';

let desk: BackendUnderTest;
before(async () => {
  desk = await aBackend({ ports: { consoleAddress: () => CONSOLE } });
});
after(() => desk.close());

/** The settings as somebody has them open in a console of their own. */
async function settingsOf(name: string): Promise<Settings> {
  const email = `${name.toLowerCase()}@alder.example`;
  const page = await aColleague(desk, { email, name, role: 'admin' });
  const send: Send = async (path, { method = 'GET', body } = {}) => {
    const told = await page.send(method, `/staff${path}`, { key: null, body });
    if (told.status >= 400) throw new Problem(asCode(told.body.code), told.status);
    return Response.json(told.body);
  };
  const settings = createSettings(send);
  await settings.all.load();
  return settings;
}

const asCode = (code: string) => (code === 'setting_changed_meanwhile' ? code : 'unexpected');

test('of two who have the look open, the later is told, and has the earlier one’s before them', async () => {
  const [ada, bo] = [await settingsOf('Ada'), await settingsOf('Bo')];
  assert.equal(await ada.save('brand', 0, { radius: 4 }), true);
  assert.equal(ada.$work.get().saved?.version, 1);
  assert.equal(await bo.save('brand', 0, { radius: 20 }), false);
  assert.equal(bo.$work.get().problem?.code, 'setting_changed_meanwhile');
  const { version, value, by } = bo.all.$state.get().value!.brand;
  assert.deepEqual([version, value.radius, by], [1, 4, 'Ada']);
  assert.equal(await bo.save('brand', version, { radius: 20 }), true);
  assert.equal(bo.$work.get().saved?.version, 2);
});
