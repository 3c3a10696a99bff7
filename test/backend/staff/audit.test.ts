import assert from 'node:assert/strict';
import { afterEach, beforeEach, describe, test } from 'node:test';
import { AuditPage } from '../../../src/contract/staff.ts';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aColleague, CONSOLE } from '../../builders/colleague.ts';
import type { Visitor } from '../../builders/visitor.ts';

let desk: BackendUnderTest;
let ada: Visitor;
beforeEach(async () => {
  desk = await aBackend({ ports: { consoleAddress: () => CONSOLE } });
  ada = await aColleague(desk, { email: 'ada@alder.example', name: 'Ada', role: 'admin' });
  desk.clock.pass(60);
  const lena = await aColleague(desk, { email: 'lena@alder.example', name: 'Lena', role: 'lead' });
  desk.clock.pass(60);
  const text = 'Hi {name}, it runs true to size.';
  await lena.send('PUT', '/staff/replies/of-the-sizes', { body: { name: '=1+1', text } });
});
afterEach(() => desk.close());

const found = async (query: string) => {
  const { body } = await ada.get(`/staff/audit?${query}`);
  return AuditPage.parse(body).items.map(({ by, action }) => `${by} ${action}`);
};

describe('The audit log', () => {
  test('is filtered by who, by what and by when', async () => {
    assert.deepEqual(await found('action=signed_in'), ['Lena signed_in', 'Ada signed_in']);
    assert.deepEqual(await found('staff=staff-lena&action=signed_in'), ['Lena signed_in']);
    assert.deepEqual(await found('from=2026-11-23T09:02:00.000Z'), ['Lena reply_saved']);
    const early = 'until=2026-11-23T09:01:00.000Z&action=signed_in';
    assert.deepEqual(await found(early), ['Ada signed_in']);
    assert.equal((await ada.get('/staff/audit?action=danced')).body.code, 'invalid_request');
  });

  test('is exported as a table that runs no formula, and that is written down', async () => {
    const told = await ada.get('/staff/audit.csv?staff=staff-lena&action=reply_saved');
    assert.match(told.headers.get('content-type') ?? '', /^text\/csv/);
    assert.match(told.headers.get('content-disposition') ?? '', /attachment; filename="audit.csv"/);
    assert.equal(
      await told.response.text(),
      'at,by,action,subject,detail,reason\r\n' +
        "2026-11-23T09:02:00.000Z,Lena,reply_saved,of-the-sizes,'=1+1,\r\n",
    );
    assert.deepEqual(await found('action=audit_exported'), ['Ada audit_exported']);
  });
});
