import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import type { SandboxDelivery } from '../../../src/backend/payments/sandbox-news.ts';
import { createSandboxPayments } from '../../../src/backend/payments/sandbox.ts';
import { scenarios } from '../../../src/backend/payments/sandbox-scenarios.ts';
import { moveFailures } from '../../../src/domain/money/move-failures.ts';
import { paymentsSuite } from '../../suites/payments.ts';

/** A sandbox whose time stands still until it is told to pass. */
function aSandbox() {
  let now = new Date('2026-11-28T09:00:00Z');
  const due: { at: number; act: () => Promise<void> }[] = [];
  const posted: SandboxDelivery[] = [];
  const clock = () => now;
  const parts = {
    ...{ clock, secret: 'of the sandbox' },
    schedule: (ms: number, act: () => Promise<void>) =>
      void due.push({ at: now.getTime() + ms, act }),
    tell: (delivery: SandboxDelivery) => void posted.push(delivery),
  };
  return {
    payments: createSandboxPayments(parts),
    /** The same provider after a restart. */
    anew: () => createSandboxPayments(parts),
    posted,
    async pass(seconds: number) {
      now = new Date(now.getTime() + seconds * 1000);
      for (const { act } of due.splice(0).filter(({ at }) => at <= now.getTime())) await act();
    },
  };
}

paymentsSuite('sandbox', async () => {
  const sandbox = aSandbox();
  return {
    payments: sandbox.payments,
    payment: (way) => `pi_${way}`,
    source: (way) => `pm_${way}`,
    async settle() {
      await sandbox.pass(10);
      return sandbox.posted.map(({ headers, body }) => ({
        request: new Request('https://desk.example/', { method: 'POST', headers }),
        bytes: new TextEncoder().encode(body),
      }));
    },
    pass: (seconds) => void sandbox.pass(seconds),
    close: async () => undefined,
  };
});

describe('the sandbox', () => {
  const asked = { key: 'm-1', amount: 4999, currency: 'EUR' };

  test('moves half of what is partial', async () => {
    const moved = await aSandbox().payments.refund({ ...asked, payment: 'pi_partial' });
    assert.equal(moved.state === 'succeeded' && moved.amount, 2499);
  });

  test('a pending move that bounces fails later', async () => {
    const { payments, pass } = aSandbox();
    const moved = await payments.refund({ ...asked, payment: 'pi_bounced' });
    assert.equal(moved.state, 'pending');
    await pass(10);
    const after = await payments.refund({ ...asked, payment: 'pi_bounced' });
    assert.equal(after.state === 'failed' && after.reason, 'declined');
  });

  test('knows what it has answered after a restart', async () => {
    const { payments, anew, pass } = aSandbox();
    const moved = await payments.refund({ ...asked, payment: 'pi_later' });
    const reference = moved.state === 'pending' ? moved.reference : assert.fail();
    assert.equal((await anew().look(reference)).state, 'pending');
    await pass(10);
    assert.equal((await anew().look(reference)).state, 'succeeded');
  });

  test('a hold runs out after a week', async () => {
    const { payments, pass } = aSandbox();
    const moved = await payments.hold({ ...asked, source: 'pm_plain' });
    const hold = moved.state === 'succeeded' ? moved.reference : assert.fail();
    await pass(7 * 86_400);
    const taken = await payments.capture({ ...asked, key: 'm-2', hold });
    assert.equal(taken.state === 'failed' && taken.reason, 'hold_over');
  });
});

describe('docs/payments.md', () => {
  const page = readFileSync(new URL('../../../docs/payments.md', import.meta.url), 'utf8');
  const listed = (pattern: RegExp) => [...page.matchAll(pattern)].map((found) => found.slice(1));

  test('lists every scenario of the sandbox as it is', () =>
    assert.deepEqual(
      listed(/^\| `…_([a-z]+)` \| (.+?) \|$/gm),
      Object.entries(scenarios).map(([name, { means }]) => [name, means]),
    ));

  test('lists every reason for which money does not move', () =>
    assert.deepEqual(
      listed(/^\| `([a-z_]+)` \| (yes|no) \| (.+?) \|$/gm),
      Object.entries(moveFailures).map(([reason, { retryable, means }]) => [
        reason,
        retryable ? 'yes' : 'no',
        means,
      ]),
    ));
});
