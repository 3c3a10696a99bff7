import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import type {
  ChallengeRecord,
  SealedAnswer,
  SessionRecord,
  Storage,
  TokenRecord,
} from '../../src/backend/ports.ts';
import { begun } from '../../src/domain/conversations/conversations.ts';

const at = (seconds: number): string =>
  new Date(Date.parse('2026-11-23T09:00:00.000Z') + seconds * 1000).toISOString();
const minute = 60;

const aSession = (wanted: { id: string; shop?: string; endsAt?: string }): SessionRecord => ({
  shop: 'alder',
  endsAt: at(30 * minute),
  kind: 'customer',
  customer: 'mara',
  verifiedAt: at(0),
  ...wanted,
});
const access = (hash: string, expiresAt = at(10 * minute)): TokenRecord => ({
  ...{ hash, use: 'access', expiresAt },
});
const refresh = (hash: string, expiresAt = at(30 * minute)): TokenRecord => ({
  ...{ hash, use: 'refresh', expiresAt },
});

/** What the stores of identity must keep on every engine. */
export function identityStoresSuite(name: string, open: () => Promise<Storage>): void {
  describe(`stores of identity: ${name}`, () => {
    let storage: Storage;
    before(async () => {
      storage = await open();
    });
    after(() => storage.close());

    const trade = (hash: string, now: number, next: string, shop = 'alder') =>
      storage.sessions.rotate(shop, hash, { now: at(now), graceSince: at(now - 10) }, () => [
        refresh(next),
      ]);

    describe('sessions', () => {
      test('are found by a live access token and by nothing else', async () => {
        const { sessions } = storage;
        const session = aSession({ id: 's-1' });
        await sessions.start(session, [access('a-1'), refresh('r-1')]);
        assert.deepEqual(await sessions.byAccess('a-1', at(599)), {
          session,
          expiresAt: at(600),
        });
        assert.equal(await sessions.byAccess('a-1', at(600)), undefined);
        assert.equal(await sessions.byAccess('r-1', at(0)), undefined);
        assert.equal(await sessions.byAccess('', at(0)), undefined);
        assert.deepEqual(await sessions.byToken('r-1', at(0)), session);
      });

      test('are each their own when many are asked for at once', async () => {
        const { sessions } = storage;
        const all = Array.from({ length: 20 }, (_, nth) => aSession({ id: `s-at-once-${nth}` }));
        for (const session of all)
          await sessions.start(session, [
            access(`of ${session.id}`),
            refresh(`back to ${session.id}`),
          ]);
        const found = await Promise.all(
          all.flatMap(({ id }, nth) => [
            sessions.byAccess(`of ${id}`, at(nth % 2 ? 599 : 600)),
            sessions.byAccess(`of nobody ${id}`, at(0)),
          ]),
        );
        assert.deepEqual(
          found.map((each) => each?.session.id),
          all.flatMap(({ id }, nth) => [nth % 2 ? id : undefined, undefined]),
        );
      });

      test('of a customer keep the address that was proven', async () => {
        const session = { ...aSession({ id: 's-20' }), provenEmail: 'gift@mail.example' };
        await storage.sessions.start(session, [access('a-20'), refresh('r-20')]);
        assert.deepEqual((await storage.sessions.byAccess('a-20', at(0)))?.session, session);
        const traded = await trade('r-20', 0, 'r-21');
        assert.deepEqual(traded, { result: 'rotated', session });
      });

      test('of a guest keep the order they follow', async () => {
        const guest: SessionRecord = {
          ...{ id: 's-2', shop: 'alder', endsAt: at(1800), kind: 'guest' },
          order: { id: 'o-1', number: '#4182' },
        };
        await storage.sessions.start(guest, [access('a-2')]);
        assert.deepEqual((await storage.sessions.byAccess('a-2', at(0)))?.session, guest);
      });

      test('are traded on; a late second trade ends them', async () => {
        const { sessions } = storage;
        await sessions.start(aSession({ id: 's-3' }), [access('a-3'), refresh('r-3')]);
        assert.equal((await trade('r-3', 0, 'r-4')).result, 'rotated');
        assert.equal((await trade('r-3', 10, 'r-5')).result, 'rotated');
        assert.equal((await trade('r-4', 11, 'r-6')).result, 'rotated');
        assert.equal((await trade('r-3', 11, 'r-7')).result, 'reused');
        for (const hash of ['r-3', 'r-5', 'r-6', 'r-7'])
          assert.equal((await trade(hash, 12, 'r-8')).result, 'unknown', hash);
        assert.equal(await sessions.byAccess('a-3', at(12)), undefined);
      });

      test('are not traded with an access token, by another shop, or when they are over', async () => {
        const { sessions } = storage;
        await sessions.start(aSession({ id: 's-4', endsAt: at(100) }), [
          access('a-4'),
          refresh('r-40', at(50)),
          refresh('r-41', at(200)),
        ]);
        assert.equal((await trade('a-4', 0, 'x')).result, 'unknown');
        assert.equal((await trade('r-40', 0, 'x', 'birch')).result, 'unknown');
        assert.equal((await trade('r-40', 50, 'x')).result, 'unknown');
        assert.equal((await trade('r-41', 100, 'x')).result, 'unknown');
      });

      test('bound to a key are traded by that key alone', async () => {
        const { sessions } = storage;
        await sessions.start(aSession({ id: 's-6' }), [access('a-6'), refresh('r-60')]);
        const bind = (key: string, hash: string, shop = 'alder', id = 's-6') =>
          sessions.bind(shop, id, { now: at(1), key, token: refresh(hash) });
        assert.equal(await bind('k', 'r-61', 'birch'), false);
        assert.equal(await bind('k', 'r-61', 'alder', 's-none'), false);
        assert.equal(await bind('k', 'r-61'), true);
        assert.equal(await bind('other', 'r-62'), false);
        assert.equal(await bind('k', 'r-63'), true);
        const by = async (hash: string, next: string, key?: string) =>
          (
            await sessions.rotate('alder', hash, { now: at(2), graceSince: at(-8), key }, () => [
              refresh(next),
            ])
          ).result;
        for (const hash of ['r-60', 'r-61']) assert.equal(await by(hash, 'x'), 'unknown');
        assert.equal(await by('r-60', 'x', 'k'), 'unknown');
        assert.equal(await by('r-61', 'x', 'other'), 'unknown');
        assert.equal(await by('r-61', 'r-64', 'k'), 'rotated');
        assert.equal(await by('r-63', 'r-65', 'k'), 'rotated');
        assert.ok(await sessions.byAccess('a-6', at(2)));
      });

      test('whose cookie is at work are not bound', async () => {
        const { sessions } = storage;
        await sessions.start(aSession({ id: 's-7' }), [refresh('r-70')]);
        assert.equal((await trade('r-70', 0, 'r-71')).result, 'rotated');
        const bond = { now: at(1), key: 'k', token: refresh('r-72') };
        assert.equal(await sessions.bind('alder', 's-7', bond), false);
      });

      test('end for their own shop only', async () => {
        const { sessions } = storage;
        await sessions.start(aSession({ id: 's-5' }), [access('a-5')]);
        await sessions.end('birch', 's-5');
        assert.equal(await sessions.byId('birch', 's-5', at(0)), undefined);
        assert.equal((await sessions.byId('alder', 's-5', at(0)))?.id, 's-5');
        await sessions.end('alder', 's-5');
        assert.equal(await sessions.byId('alder', 's-5', at(0)), undefined);
        assert.equal(await sessions.byAccess('a-5', at(0)), undefined);
      });
    });

    describe('sessions of a customer', () => {
      test('are listed, the newest first, while somebody can come back to them', async () => {
        const { sessions } = storage;
        const of = (id: string, more: object = {}) =>
          ({ ...aSession({ id, endsAt: at(3600) }), customer: 'list', ...more }) as SessionRecord;
        const trace = { browser: 'Firefox', system: 'Windows', startedAt: at(0) };
        await sessions.start(of('l-1'), [refresh('l-r-1', at(3600))], { trace });
        await sessions.start(of('l-2', { endsAt: at(3700) }), [refresh('l-r-2', at(100))]);
        await sessions.start(of('l-3', { shop: 'birch' }), [refresh('l-r-3', at(3600))]);
        const list = async (now: number, most = 9) =>
          (await sessions.ofCustomer('alder', 'list', at(now), most)).map(({ id }) => id);
        assert.deepEqual(await list(99), ['l-2', 'l-1']);
        assert.deepEqual(await list(99, 1), ['l-2']);
        assert.deepEqual(await list(100), ['l-1']);
        assert.deepEqual(await list(3600), []);
        const [one] = await sessions.ofCustomer('alder', 'list', at(100), 9);
        assert.deepEqual(one, { id: 'l-1', ...trace, seenAt: at(0) });
        await trade('l-r-1', 200, 'l-r-4');
        const [seen] = await sessions.ofCustomer('alder', 'list', at(200), 9);
        assert.equal(seen?.seenAt, at(200));
      });

      test('end one by one or all, for their own shop and customer', async () => {
        const { sessions } = storage;
        for (const id of ['e-1', 'e-2', 'e-3'])
          await sessions.start({ ...aSession({ id }), customer: 'ends' } as SessionRecord, [
            access(`${id}-a`),
          ]);
        assert.deepEqual(await sessions.endOf('birch', 'ends'), []);
        assert.deepEqual(await sessions.endOf('alder', 'mara', 'e-1'), []);
        assert.deepEqual(await sessions.endOf('alder', 'ends', 'e-1'), ['e-1']);
        assert.equal(await sessions.byAccess('e-1-a', at(0)), undefined);
        assert.deepEqual((await sessions.endOf('alder', 'ends')).sort(), ['e-2', 'e-3']);
      });

      test('are proved anew, with tokens of their own, while they live', async () => {
        const { sessions } = storage;
        const session = { ...aSession({ id: 'p-1' }), subject: 'mara-there' } as SessionRecord;
        await sessions.start(session, [access('p-a')]);
        const prove = (shop: string, now: number, challenge = 'p-c-1') =>
          sessions.prove(
            ...([shop, 'p-1'] as const),
            { verifiedAt: at(now), proof: { challenge, at: at(now) }, before: 'p-v' },
            [access(`p-b-${now}`, at(1700))],
          );
        for (const id of ['p-c-1', 'p-c-2'])
          await storage.challenges.open({
            ...{ id, shop: 'alder', channel: 'email', address: 'a@b.example' },
            ...{ addressKey: 'key', tries: 0, expiresAt: at(2000) },
          });
        const { conversations } = storage;
        const record = begun(at(0));
        await conversations.open('alder', { session: 'p-v' }, { id: 'p-talk', record });
        const ownerOfTalk = async () => (await conversations.read('alder', 'p-talk'))?.owner;
        assert.equal(await prove('birch', 60), 'over');
        assert.deepEqual(await ownerOfTalk(), { session: 'p-v' });
        assert.equal(await prove('alder', 60), 'proved');
        const { session: proved } = (await sessions.byAccess('p-b-60', at(61)))!;
        assert.deepEqual(proved, { ...session, verifiedAt: at(60) });
        assert.deepEqual(await ownerOfTalk(), { customer: 'mara' });
        assert.equal(await prove('alder', 90), 'used');
        assert.equal(await sessions.byAccess('p-b-90', at(91)), undefined);
        assert.equal(await prove('alder', 1800, 'p-c-2'), 'over');
        const tried = await storage.challenges.countTry('alder', 'p-c-2', at(1801), 3);
        assert.equal(tried?.counted, true, 'a proof serves with what it proves, or not at all');
      });
    });

    describe('tokens of the shop’s own login', () => {
      test('serve once, in their own shop, until they are over', async () => {
        const { assertions, sessions } = storage;
        let n = 0;
        const start = (shop: string, now: number, until: number) => {
          const proof = { assertion: 'j-1', at: at(now), until: at(until) };
          const id = `j-s-${(n += 1)}`;
          return sessions.start(aSession({ id, shop }), [access(`${id}-a`)], { proof });
        };
        const served = await Promise.all(Array.from({ length: 20 }, () => start('alder', 0, 60)));
        assert.equal(served.filter(Boolean).length, 1);
        assert.equal(await assertions.hasServed('alder', 'j-1', at(59)), true);
        assert.equal(await assertions.hasServed('alder', 'j-1', at(60)), false);
        assert.equal(await assertions.hasServed('birch', 'j-1', at(0)), false);
        assert.equal(await start('birch', 0, 60), true);
        assert.equal(await start('alder', 59, 120), false);
        assert.equal(await start('alder', 60, 120), true);
      });
    });

    describe('limits', () => {
      const quota = (key: string, most: number, seconds: number) => ({ key, most, seconds });

      test('let so many pass in a window that opens with the first', async () => {
        const { limits } = storage;
        const three = [quota('k-1', 3, 60)];
        for (const seconds of [0, 30, 59])
          assert.deepEqual(await limits.take(three, at(seconds)), { taken: true });
        assert.deepEqual(await limits.take(three, at(59)), { taken: false, until: at(60) });
        assert.deepEqual(await limits.take(three, at(60)), { taken: true });
        assert.equal(await limits.taken('k-1', at(61)), 1);
        assert.equal(await limits.taken('k-1', at(120)), 0);
      });

      test('take of several all or none, and say when the last of them is free', async () => {
        const { limits } = storage;
        const both = [quota('k-2', 1, 30), quota('k-3', 1, 900), quota('k-4', 9, 3600)];
        assert.equal((await limits.take(both, at(0))).taken, true);
        assert.deepEqual(await limits.take(both, at(10)), { taken: false, until: at(900) });
        assert.equal(await limits.taken('k-4', at(10)), 1);
      });

      test('let no more pass at once than one after the other', async () => {
        const { limits } = storage;
        const taken = await Promise.all(
          Array.from({ length: 40 }, () =>
            limits.take([quota('k-6', 5, 60), quota('k-5', 9, 60)], at(0)),
          ),
        );
        assert.equal(taken.filter((one) => one.taken).length, 5);
        assert.equal(await limits.taken('k-5', at(0)), 5);
      });

      test('give back, never below none, and forget', async () => {
        const { limits } = storage;
        await limits.take([quota('k-7', 5, 60)], at(0));
        await limits.giveBack(['k-7', 'k-none']);
        await limits.giveBack(['k-7']);
        await limits.giveBack([]);
        assert.equal(await limits.taken('k-7', at(1)), 0);
        await limits.take([quota('k-7', 5, 60)], at(1));
        await limits.clear('k-7');
        assert.equal(await limits.taken('k-7', at(1)), 0);
        assert.deepEqual(await limits.take([], at(1)), { taken: true });
      });
    });

    describe('challenges', () => {
      const challenge: Omit<ChallengeRecord, 'id'> = {
        ...{ shop: 'alder', channel: 'email', address: 'a@b.example' },
        ...{ addressKey: 'key', tries: 0, expiresAt: at(600) },
      };

      test('count tries up to the last, and none when used or over', async () => {
        const { challenges } = storage;
        await challenges.open({ ...challenge, id: 'c-1' });
        await challenges.arm('alder', 'c-1', { hash: 'h', address: 'A@b.example' });
        const tries = [];
        for (let one = 0; one < 4; one++)
          tries.push(await challenges.countTry('alder', 'c-1', at(0), 3));
        assert.deepEqual(
          tries.map((tried) => [tried?.counted, tried?.challenge.tries]),
          [
            [true, 1],
            [true, 2],
            [true, 3],
            [false, 3],
          ],
        );
        assert.deepEqual(tries[0]?.challenge, {
          ...{ ...challenge, id: 'c-1', tries: 1 },
          ...{ codeHash: 'h', address: 'A@b.example' },
        });
        await challenges.open({ ...challenge, id: 'c-2' });
        assert.equal((await challenges.countTry('alder', 'c-2', at(600), 3))?.counted, false);
        assert.equal(await challenges.countTry('birch', 'c-2', at(0), 3), undefined);
      });

      test('are used once', async () => {
        const { challenges, sessions } = storage;
        await challenges.open({ ...challenge, id: 'c-3' });
        const start = (id: string, shop = 'alder') =>
          sessions.start(aSession({ id, shop }), [access(`${id}-a`)], {
            proof: { challenge: 'c-3', at: at(1) },
          });
        assert.equal(await start('c-s-none', 'birch'), false);
        const used = await Promise.all(Array.from({ length: 10 }, (_, n) => start(`c-s-${n}`)));
        assert.equal(used.filter(Boolean).length, 1);
        const live = used.map((_, n) => sessions.byId('alder', `c-s-${n}`, at(1)));
        assert.deepEqual(
          (await Promise.all(live)).map((one) => one !== undefined),
          used,
        );
        const tried = await challenges.countTry('alder', 'c-3', at(2), 3);
        assert.deepEqual([tried?.counted, tried?.challenge.usedAt], [false, at(1)]);
      });
    });

    describe('answers', () => {
      const claim = (key: string, request: string, now: number) =>
        storage.answers.claim({
          ...{ shop: 'alder', key, request, now: at(now) },
          ...{ staleBefore: at(now - 60), expiresAt: at(now + 3600) },
        });
      const answerTo = (key: string, claimed: number, until: number): SealedAnswer => ({
        ...{ shop: 'alder', key, at: at(claimed) },
        ...{ sealed: 'sealed', expiresAt: at(until) },
      });

      test('are claimed by one, and told to the others', async () => {
        const { answers } = storage;
        const claims = await Promise.all(Array.from({ length: 20 }, () => claim('w-1', 'r', 0)));
        assert.equal(claims.filter(({ state }) => state === 'claimed').length, 1);
        assert.equal(claims.filter(({ state }) => state === 'in_flight').length, 19);
        assert.deepEqual(await claim('w-1', 'other', 0), { state: 'other_request' });
        assert.equal(await answers.keep(answerTo('w-1', 0, 100)), true);
        assert.equal(await answers.keep(answerTo('w-1', 0, 200)), false);
        assert.deepEqual(await claim('w-1', 'r', 99), { state: 'kept', sealed: 'sealed' });
        assert.deepEqual(await claim('w-1', 'other', 99), { state: 'other_request' });
        assert.deepEqual(await claim('w-1', 'other', 100), { state: 'claimed' });
      });

      test('a claim can be let go of, and is taken over from the dead', async () => {
        const { answers } = storage;
        await claim('w-2', 'r', 0);
        await answers.release({ shop: 'alder', key: 'w-2', at: at(0) });
        assert.deepEqual(await claim('w-2', 'r', 1), { state: 'claimed' });
        assert.deepEqual(await claim('w-2', 'r', 60), { state: 'in_flight' });
        assert.deepEqual(await claim('w-2', 'other', 61), { state: 'other_request' });
        assert.deepEqual(await claim('w-2', 'r', 61), { state: 'claimed' });
        // who was taken for dead has no say any more
        await answers.release({ shop: 'alder', key: 'w-2', at: at(1) });
        assert.equal(await answers.keep(answerTo('w-2', 1, 3600)), false);
        assert.deepEqual(await claim('w-2', 'r', 62), { state: 'in_flight' });
      });

      test('once kept are not let go of', async () => {
        const { answers } = storage;
        await claim('w-3', 'r', 0);
        await answers.keep(answerTo('w-3', 0, 3600));
        await answers.release({ shop: 'alder', key: 'w-3', at: at(0) });
        assert.deepEqual(await claim('w-3', 'r', 1), { state: 'kept', sealed: 'sealed' });
      });

      test('are kept with the write they tell of, or both are not', async () => {
        const { sessions } = storage;
        const { conversations } = storage;
        const start = async (id: string, keep: () => Promise<SealedAnswer>) => {
          const talk = { id: `talk of ${id}`, record: begun(at(0)) };
          await conversations.open('alder', { session: `before ${id}` }, talk);
          const more = { before: `before ${id}`, keep };
          return sessions.start(aSession({ id }), [access(`token of ${id}`)], more);
        };
        /** The session, and with it what was written before. */
        const isThere = async (id: string) => {
          const talk = await conversations.read('alder', `talk of ${id}`);
          const isTheirs = talk !== undefined && 'customer' in talk.owner;
          const found = await sessions.byAccess(`token of ${id}`, at(0));
          assert.equal(isTheirs, found !== undefined);
          return isTheirs;
        };

        await claim('w-4', 'r', 0);
        await start('kept', async () => answerTo('w-4', 0, 3600));
        assert.equal(await isThere('kept'), true);
        assert.deepEqual(await claim('w-4', 'r', 61), { state: 'kept', sealed: 'sealed' });

        await claim('w-5', 'r', 0);
        const broken = start('broken', () => Promise.reject(new Error('no seal')));
        await assert.rejects(broken, /no seal/);
        assert.equal(await isThere('broken'), false);
        assert.deepEqual(await claim('w-5', 'r', 1), { state: 'in_flight' });

        // a minute's pause, and somebody else took it over
        await claim('w-5', 'r', 61);
        await assert.rejects(
          start('late', async () => answerTo('w-5', 0, 3600)),
          /counts no more/,
        );
        assert.equal(await isThere('late'), false);
        assert.equal(await storage.answers.keep(answerTo('w-5', 61, 3600)), true);
      });

      test('without which somebody died are let go of, all at once', async () => {
        const { answers } = storage;
        await answers.releaseAll();
        await claim('w-6', 'r', 0);
        await claim('w-7', 'r', 0);
        await answers.keep(answerTo('w-7', 0, 3600));
        assert.equal(await answers.releaseAll(), 1);
        assert.deepEqual(await claim('w-6', 'other', 1), { state: 'claimed' });
        assert.deepEqual(await claim('w-7', 'r', 1), { state: 'kept', sealed: 'sealed' });
      });
    });

    test('deliveries are remembered for their shop', async () => {
      const { deliveries } = storage;
      await deliveries.add('alder', 'd-1', at(60));
      await deliveries.add('alder', 'd-1', at(60));
      assert.equal(await deliveries.has('alder', 'd-1'), true);
      assert.equal(await deliveries.has('birch', 'd-1'), false);
    });

    test('all forget what is over, to the last row', async () => {
      const { sessions, limits, challenges, answers, deliveries, assertions } = storage;
      const stores = [sessions, limits, challenges, answers, deliveries, assertions];
      for (const store of stores) assert.ok((await store.purge(at(40 * 24 * 3600))) > 0);
      for (const store of stores) assert.equal(await store.purge(at(400 * 24 * 3600)), 0);
    });
  });
}
