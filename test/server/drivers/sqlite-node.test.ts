import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nodeSqlite, type NodeSqlite } from '../../../src/server/drivers/sqlite-node.ts';

/** Node’s SQLite as far as it is looked at before one is opened. */
const sqliteThat = (statement: object): NodeSqlite =>
  ({
    DatabaseSync: class {
      prepare = () => statement;
      close() {}
    },
  }) as unknown as NodeSqlite;

test('a SQLite of Node’s that cannot say which statements read is not used', () => {
  assert.equal(nodeSqlite(sqliteThat({ all() {}, run() {} })), undefined);
  assert.ok(nodeSqlite(sqliteThat({ all() {}, run() {}, columns() {} })));
});

test('there may be none at all', () => {
  assert.equal(nodeSqlite({} as NodeSqlite), undefined);
});
