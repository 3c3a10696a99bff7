import assert from 'node:assert/strict';
import { test } from 'node:test';
import { routes } from '../../src/contract/routes.ts';
import { names, sendBadInputs } from '../backend/bad-inputs.ts';

test('10,000 generated bad inputs over every route: none answers 5xx, none takes 2 s', async (t) => {
  const seen = await sendBadInputs(10_000);
  assert.deepEqual([...seen.keys()].sort(), Object.keys(routes).sort());
  assert.deepEqual([...names].sort(), Object.keys(routes).sort());
  t.diagnostic(
    `figure: bad inputs made from the OpenAPI document: ${[...seen.values()].reduce((sum, count) => sum + count, 0)}, 0 answered 5xx, none over 2 s`,
  );
});
