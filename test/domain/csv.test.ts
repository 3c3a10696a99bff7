import assert from 'node:assert/strict';
import { test } from 'node:test';
import { csvOf } from '../../src/domain/csv.ts';

for (const [text, cell] of [
  ['plain', 'plain'],
  ['', ''],
  ['a, b', '"a, b"'],
  ['said "no"', '"said ""no"""'],
  ['two\nlines', '"two\nlines"'],
  ['=HYPERLINK("x")', '"\'=HYPERLINK(""x"")"'],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
] as const)
  test(`a cell of ${JSON.stringify(text)} is ${JSON.stringify(cell)}`, () => {
    assert.equal(csvOf([[text, 'end']]), `${cell},end\r\n`);
  });
