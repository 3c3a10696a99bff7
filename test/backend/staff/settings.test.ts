import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import {
  PolicyForm,
  PolicyPreview,
  SettingSaved,
  ShopSettings,
} from '../../../src/contract/settings.ts';
import { presets } from '../../../src/domain/policy/presets/presets.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aColleague, CONSOLE } from '../../builders/colleague.ts';
import { aCustomer, anOrder } from '../../builders/rows.ts';
import type { Visitor } from '../../builders/visitor.ts';

const MARA = 'mara@kern.example';
const rows = [
  aCustomer({ id: 'mara', email: MARA }),
  anOrder({ id: 'o-1', number: '4182', customer: 'mara', email: MARA }),
];
const monday = { days: [1], opens: '09:00', closes: '17:00' };
const answering = { hours: [monday], answerWithin: { first: 60, next: 240 }, assign: 'by_hand' };

let desk: BackendUnderTest;
let ada: Visitor;
beforeEach(async () => {
  desk = await aBackend({ rows, ports: { consoleAddress: () => CONSOLE } });
  ada = await aColleague(desk, { email: 'ada@alder.example', name: 'Ada', role: 'admin' });
});
afterEach(() => desk.close());

const read = async () => ShopSettings.parse((await ada.get('/staff/settings')).body);
const save = (name: string, version: number, value: unknown) =>
  ada.send('PUT', `/staff/settings/${name}`, { body: { version, value } });
const shown = async () => (await desk.visitor().get('/desk')).body;

describe('A setting', () => {
  test('is the config’s until it is saved; then shoppers see it at once, and it is told who did it', async () => {
    const before = await read();
    assert.deepEqual([before.brand.version, before.brand.by], [0, undefined]);
    const told = SettingSaved.parse((await save('brand', 0, { accent: '#b3261e' })).body);
    assert.equal(told.version, 1);
    assert.deepEqual(told.changes.find(({ pointer }) => pointer === '/accent')?.after, '"#b3261e"');
    assert.deepEqual((await shown())['brand'], { accent: '#b3261e' });
    const { version, by, value } = (await read()).brand;
    assert.deepEqual([version, by, value.accent], [1, 'Ada', '#b3261e']);
    const { items } = await desk.storage.staff.audit('alder', {
      action: 'setting_saved',
      limit: 9,
    });
    assert.equal(items[0]?.subject, 'brand');
    assert.match(items[0]?.detail ?? '', /accent: .* → "#b3261e"/);
  });

  test('that somebody else has saved meanwhile is not overwritten', async () => {
    assert.equal((await save('answering', 0, answering)).status, 200);
    const late = await save('answering', 0, { ...answering, assign: 'round_robin' });
    assert.deepEqual([late.status, late.body.code], [409, 'setting_changed_meanwhile']);
    assert.equal((await save('answering', 1, { ...answering, hours: [] })).status, 200);
    assert.deepEqual((await read()).answering.value.hours, []);
  });

  test('of two who save at once, one is told', async () => {
    const both = await Promise.all(
      ['#b3261e', '#24523f'].map((accent) => save('brand', 0, { accent })),
    );
    assert.deepEqual(both.map(({ status }) => status).sort(), [200, 409]);
  });

  test('that does not hold is refused at its field', async () => {
    const late = { ...monday, opens: '18:00' };
    const told = await save('answering', 0, { ...answering, hours: [late] });
    assert.deepEqual(
      told.body.errors.map(({ pointer }) => pointer),
      ['/value/hours/0/closes'],
    );
  });

  test('is as in the config again when it is reset', async () => {
    const before = await shown();
    await save('brand', 0, { accent: '#b3261e' });
    assert.equal((await ada.send('DELETE', '/staff/settings/brand')).status, 204);
    assert.deepEqual(await shown(), before);
  });

  test('that this version cannot read leaves the config as it is', async () => {
    const before = await shown();
    const unfit = { shop: 'alder', name: 'brand', version: 1, value: '{"accent":7}' } as const;
    await desk.storage.settings.save({ ...unfit, at: '2026-11-23T09:00:00.000Z', by: 'Ada' });
    await save('answering', 0, answering);
    assert.deepEqual((await shown())['brand'], before['brand']);
    assert.match(desk.logged(), /"setting_unfit","shop":"alder","setting":"brand"/);
  });
});

describe('A policy', () => {
  test('is tried on an order of the shop before it is saved', async () => {
    const form = PolicyForm.parse((await ada.get('/staff/settings/policy/form')).body);
    assert.deepEqual(Object.keys(form.presets), Object.keys(presets));
    const value = presets.fashion;
    const { body } = await ada.post('/staff/settings/policy/preview', { value, number: '4182' });
    const preview = PolicyPreview.parse(body);
    assert.deepEqual([preview.number, preview.orders], ['4182', ['4182']]);
    assert.ok(preview.after);
    const none = await ada.post('/staff/settings/policy/preview', { value: null });
    assert.equal(PolicyPreview.parse(none.body).after, undefined);
    assert.equal((await read()).policy.version, 0);
  });

  test('that is wrong is refused at its fields', async () => {
    const returns = { ...presets.fashion.returns, sendWithinDays: 900 };
    const told = await save('policy', 0, { ...presets.fashion, returns });
    assert.deepEqual(
      told.body.errors.map(({ pointer }) => pointer),
      ['/value/returns/sendWithinDays'],
    );
  });

  test('counts for shoppers from then on', async () => {
    assert.equal((await save('policy', 0, presets.grocery)).status, 200);
    assert.deepEqual((await read()).policy.value, presets.grocery);
    const told = SettingSaved.parse((await save('policy', 1, null)).body);
    assert.equal(told.changes.length, 1);
  });
});
