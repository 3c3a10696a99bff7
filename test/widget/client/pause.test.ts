import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { pause } from '../../../src/widget/client/request.ts';

describe('A pause', () => {
  test('is over after its time', () => pause(1, new AbortController().signal));

  test('fails as soon as it is stopped, and at once where it was stopped before', async () => {
    const stop = new AbortController();
    const running = pause(20, stop.signal);
    stop.abort(new Error('the desk has gone'));
    await assert.rejects(running, /the desk has gone/);
    await assert.rejects(pause(20, stop.signal), /the desk has gone/);
  });
});
