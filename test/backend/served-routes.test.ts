import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { routes } from '../../src/contract/routes.ts';
import type { Route } from '../../src/contract/routes/route.ts';
import { aBackend, type BackendUnderTest } from '../builders/backend.ts';

const rows: Route[] = Object.values(routes);

/** What is served beside the table, and rightly: nothing of it knows a shop’s things. */
const beside = [
  'GET /openapi.json',
  // of each path: what a browser asks before it sends, and the no to other methods
  ...[...new Set(rows.map(({ path }) => path))].flatMap((path) => [
    `OPTIONS /v1${path}`,
    `ALL /v1${path}`,
  ]),
];

let desk: BackendUnderTest;
before(async () => (desk = await aBackend()));
after(() => desk.close());

test('The app serves the rows of the table, each once, and little beside them', () => {
  const served = desk.backend.app.routes.map(({ method, path }) => `${method} ${path}`);
  const listed = rows.map(({ method, path }) => `${method.toUpperCase()} /v1${path}`);
  assert.deepEqual(served.toSorted(), [...listed, ...beside].toSorted());
});
