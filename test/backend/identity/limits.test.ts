import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { aBackend, type BackendUnderTest } from '../../builders/backend.ts';
import { aCustomer, anOrder } from '../../builders/rows.ts';
import type { Told, Visitor } from '../../builders/visitor.ts';

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const MARA = 'mara@kern.example';
const rows = [
  aCustomer({ id: 'mara', email: MARA }),
  anOrder({ id: 'o-1', number: '4182', customer: 'mara', email: MARA }),
];

interface Row {
  what: string;
  most: number;
  seconds: number;
  /** Seconds from one to the next, so that no shorter limit is in the way. */
  pace: number;
  /** The n-th of them, by somebody at this address. */
  act(visitor: Visitor, n: number): Promise<Told>;
  /** Where the n-th comes from; the last one is another address of the first one's network. */
  from(n: number): string;
}

const anywhere = (n: number) => `198.51.${n >> 8}.${n & 255}`;
/** Addresses of one connection: a /64. */
const oneNetwork = (n: number) => `2001:db8:7:7:${n.toString(16)}::1`;
const code = (email: string) => (visitor: Visitor) =>
  visitor.post('/identity/challenges', { email });
const miss = (number: string) => (visitor: Visitor) =>
  visitor.post('/identity/lookups', { number, email: 'nobody@mail.example' });

/** Every number of quality.md that has a window. */
const table: Row[] = [
  {
    ...{ what: 'codes for an address, at once', most: 1, seconds: 30, pace: 0 },
    ...{ act: code(MARA), from: anywhere },
  },
  {
    ...{ what: 'codes for an address', most: 3, seconds: 15 * MINUTE, pace: 30 },
    ...{ act: code(MARA), from: anywhere },
  },
  {
    ...{ what: 'codes for an address, in a day', most: 6, seconds: DAY, pace: 15 * MINUTE },
    ...{ act: code('nobody@mail.example'), from: anywhere },
  },
  {
    ...{ what: 'codes from a network', most: 20, seconds: HOUR, pace: 1 },
    act: (visitor, n) => code(`person-${n}@mail.example`)(visitor),
    from: oneNetwork,
  },
  {
    ...{ what: 'misses from a network', most: 5, seconds: 15 * MINUTE, pace: 7 },
    act: (visitor, n) => miss(`9${n}`)(visitor),
    from: oneNetwork,
  },
  {
    ...{ what: 'misses of a number', most: 5, seconds: 15 * MINUTE, pace: 1 },
    ...{ act: miss('4182'), from: anywhere },
  },
  {
    ...{ what: 'misses of a number, in a day', most: 20, seconds: DAY, pace: 3 * MINUTE },
    ...{ act: miss('#4182'), from: anywhere },
  },
];

/** Two processes over one database, and a clock they share. */
async function twoProcesses(): Promise<[BackendUnderTest, BackendUnderTest]> {
  const first = await aBackend({ rows });
  const second = await aBackend({
    ports: { storage: first.storage, clock: () => first.clock.now },
  });
  return [first, second];
}

describe('A limit', () => {
  for (const { what, most, seconds, pace, act, from } of table)
    test(`${what}: ${most} in ${seconds} s, over processes, and to the second`, async () => {
      const desks = await twoProcesses();
      const [{ clock }] = desks;
      let n = 0;
      const next = () => {
        n += 1;
        return act(desks[n % 2]!.visitor({ address: from(n) }), n);
      };
      for (let taken = 0; taken < most; taken++) {
        const { status } = await next();
        assert.ok(status === 202 || status === 404, `${taken + 1} answered ${status}`);
        clock.pass(pace);
      }
      const wait = seconds - most * pace;
      for (const left of [wait, 1]) {
        const { status, body, headers } = await next();
        assert.deepEqual([status, body.code], [429, 'too_many_requests']);
        assert.deepEqual([body.retryAfter, headers.get('retry-after')], [left, String(left)]);
        clock.pass(left === wait ? wait - 1 : 1);
      }
      assert.notEqual((await next()).status, 429, 'as promised');
      for (const desk of desks) await desk.backend.close();
    });

  test('of 20 at the same moment lets no more through than it should, over processes', async () => {
    const desks = await twoProcesses();
    const told = await Promise.all(
      Array.from({ length: 20 }, (_, n) =>
        miss('4182')(desks[n % 2]!.visitor({ address: anywhere(n) })),
      ),
    );
    assert.equal(told.filter(({ status }) => status === 404).length, 5);
    for (const desk of desks) await desk.backend.close();
  });
});

describe('The limit of misses', () => {
  const looked = (desk: BackendUnderTest, n: number) =>
    desk
      .visitor({ address: oneNetwork(n) })
      .post('/identity/lookups', { number: '4182', email: MARA });

  /** A process over the same database whose platform is slow: it answers once `goOn` is called. */
  async function slowProcess({ storage, clock }: BackendUnderTest) {
    let goOn = () => {};
    const gone = new Promise<void>((done) => (goOn = done));
    const { catalogue } = storage;
    const findOrder: typeof catalogue.findOrder = async (...given) => {
      await gone;
      return catalogue.findOrder(...given);
    };
    const slow = { ...storage, catalogue: { ...catalogue, findOrder } };
    const desk = await aBackend({ ports: { storage: slow, clock: () => clock.now } });
    return { desk, goOn };
  }

  test('stops nobody while look-ups that may be none are under way', async () => {
    const desk = await aBackend({ rows });
    const slow = await slowProcess(desk);
    const under = Array.from({ length: 6 }, (_, n) => looked(slow.desk, n));
    assert.equal((await looked(desk, 7)).status, 200);
    slow.goOn();
    for (const { status } of await Promise.all(under)) assert.equal(status, 200);
    for (const one of [slow.desk, desk]) await one.backend.close();
  });

  test('stops whoever has asked before it was used up and would be told after', async () => {
    const desk = await aBackend({ rows });
    const slow = await slowProcess(desk);
    const late = looked(slow.desk, 9);
    for (let n = 0; n < 5; n++)
      assert.equal((await miss(`9${n}`)(desk.visitor({ address: oneNetwork(n) }))).status, 404);
    slow.goOn();
    assert.equal((await late).status, 429);
    for (const one of [slow.desk, desk]) await one.backend.close();
  });
});
