import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { changeLine } from '../../../src/console/elements/setting-words.ts';
import { changesOf } from '../../../src/console/stores/setting-changes.ts';
import { bringSay } from '../../../src/console/words/say.ts';
import { policySchema } from '../../../src/contract/policy-schema.ts';
import type { SettingName } from '../../../src/contract/settings.ts';
import { differencesOf } from '../../../src/domain/settings/differences.ts';

const schema: unknown = JSON.parse(JSON.stringify(policySchema()));

/** What a save has changed, in a line each. */
async function linesOf(language: string, of: SettingName, before: unknown, after: unknown) {
  const say = await bringSay([language]);
  return changesOf(differencesOf(before, after)).map((each) =>
    changeLine({ say, schema, currency: 'EUR' }, of, each),
  );
}

describe('What has changed in a setting', () => {
  const policies: [before: unknown, after: unknown, line: string][] = [
    [
      { returns: { window: { from: 'delivery', days: 30 } } },
      { returns: { window: { from: 'delivery', days: 45 } } },
      'Returns · Days to return, counted from: 30 → 45',
    ],
    [
      { returns: {} },
      { returns: { exchangeWindow: { from: 'order', days: 60 } } },
      'Returns · Days to exchange, counted from: – → 60 days from the order',
    ],
    [
      { returns: { returnShippingFee: 500 } },
      { returns: { returnShippingFee: 0 } },
      'Returns · Way back costs, EUR: €5 → €0',
    ],
    [
      { cancel: { allowed: true } },
      { cancel: { allowed: false } },
      'Cancelling · Allowed: Yes → No',
    ],
    [
      { returns: { reasons: { too_large: { outcomes: ['refund'] } } } },
      { returns: { reasons: { too_large: { outcomes: ['exchange', 'refund'] } } } },
      'Reasons for a return · Too large · What is offered, best first: Refund → Exchange and Refund',
    ],
    [
      { returns: { reasons: {} } },
      { returns: { reasons: { damaged: { outcomes: ['refund'] } } } },
      'Reasons for a return · Damaged: No → Yes',
    ],
    [
      { returns: { reasons: { other: { fee: { kind: 'percent', percent: 5 } } } } },
      { returns: { reasons: { other: { fee: { kind: 'percent', percent: 7.5 } } } } },
      'Reasons for a return · Another reason · Restocking fee: 5% → 7.5%',
    ],
    [{ lines: [{ match: {} }] }, { lines: [{ match: {} }, {}] }, 'Rules by product'],
    [null, { storeCredit: true }, 'Policy: Shoppers settle nothing by themselves → …'],
    [{ newer: 1 }, { newer: 2 }, 'newer: 1 → 2'],
  ];
  for (const [before, after, line] of policies)
    test(`is said as the policy’s form says it: ${line}`, async () => {
      assert.deepEqual(await linesOf('en-GB', 'policy', before, after), [line]);
    });

  test('is said of hours and of the look as well', async () => {
    const hours = [
      { days: [1, 2, 3, 4, 5], opens: '09:00', closes: '17:00' },
      { days: [6, 7], opens: '10:00', closes: '14:00' },
    ];
    const [open, before] = [
      { hours, assign: 'round_robin' },
      { hours: [], assign: 'by_hand' },
    ];
    assert.deepEqual(await linesOf('en-GB', 'answering', before, open), [
      'Opening hours: – → Mon–Fri 09:00–17:00; Sat and Sun 10:00–14:00',
      'Who gets a new conversation: Whoever takes it → Those at work, in turn',
    ]);
    assert.deepEqual(await linesOf('en-GB', 'brand', { radius: 14 }, { radius: 6 }), [
      'Corners, px: 14 → 6',
    ]);
  });

  test('points the way the reader reads', async () => {
    const [line] = await linesOf('ar', 'brand', { radius: 14 }, { radius: 6 });
    assert.match(line ?? '', /\u2067\u206814\u2069 ← \u20686\u2069\u2069/);
  });

  test('of every field of a policy has its words', async () => {
    const policy: Record<string, unknown> = {
      ...{ cancel: { lines: true }, edit: { once: true }, reports: { lostAfterDays: 3 } },
      ...{ refundDays: { card: { from: 1, to: 3 } }, staff: { lead: ['fee'] }, highRisk: 'refuse' },
    };
    for (const line of await linesOf('de', 'policy', {}, policy))
      assert.doesNotMatch(line, /[a-z]+\.[a-z]|_|\[|\{/);
  });
});
