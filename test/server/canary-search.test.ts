import assert from 'node:assert/strict';
import { test } from 'node:test';
import { wordsIn } from './canary-search.ts';

for (const [text, found] of [
  ['"code":"482913"', ['482913']],
  ['482913', ['482913']],
  ['front_desk_request_seconds_sum 0.482913', []],
  ['process_resident_memory_bytes 148291392', []],
  ['sent to mara@kern.euro', ['mara@kern.eu']],
] as const)
  test(`${text} ${found.length ? 'gives away' : 'does not give away'} what was planted`, () => {
    assert.deepEqual(wordsIn(['482913', 'mara@kern.eu'], text), found);
  });
