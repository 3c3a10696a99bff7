import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routes } from '../../src/contract/routes.ts';
import { names, sendBadInputs } from './bad-inputs.ts';

test('1,000 generated bad inputs: every route answers with a code it lists, none with a 5xx', async () => {
  const seen = await sendBadInputs(1000);
  assert.deepEqual([...seen.keys()].sort(), Object.keys(routes).sort());
  assert.deepEqual([...names].sort(), Object.keys(routes).sort());
});
