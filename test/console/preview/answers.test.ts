import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleAnswer, type Sample } from '../../../src/console/preview/answers.ts';
import { Desk } from '../../../src/contract/desk.ts';
import { OrderPage } from '../../../src/contract/orders.ts';
import { RecommendationList } from '../../../src/contract/recommendations.ts';
import { Session } from '../../../src/contract/session.ts';

const sample: Sample = {
  ...{ name: 'Ada', now: new Date('2026-03-02T10:00:00Z') },
  desk: async () => ({
    ...{ shop: 'alder', name: 'Alder', currency: 'EUR', timeZone: 'Europe/Amsterdam' },
    ...{ capabilities: { live: {}, events: {}, chat: { mail: true } }, contact: {}, links: {} },
  }),
};

test('the preview’s panel is answered by the contract, and listens for nothing', async () => {
  const told = async (path: string) => sampleAnswer(path, sample);
  assert.equal(Session.parse(await told('/v1/session/refresh')).kind, 'customer');
  assert.equal(OrderPage.parse(await told('/v1/orders')).items.length, 1);
  assert.deepEqual(RecommendationList.parse(await told('/v1/recommendations')).items, []);
  const { capabilities } = Desk.parse(await told('/v1/desk'));
  assert.deepEqual(capabilities, { chat: { mail: true } });
  assert.equal(await told('/v1/conversations'), undefined);
});
