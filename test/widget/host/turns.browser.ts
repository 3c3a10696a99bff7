import type { Session } from '../../../src/contract/session.ts';
import { createTurns } from '../../../src/widget/host/turns.ts';
import { deepEqual, equal } from '../harness/expect.ts';
import { until } from '../harness/until.ts';

const customer = (token: string): Session => ({
  ...{ kind: 'customer', token, expiresAt: '2030-01-01T00:00:00Z' },
  ...{ verifiedAt: '2030-01-01T00:00:00Z' },
  customer: { id: 'mara', firstName: 'Mara', lastName: 'Kern' },
});

describe('Turns of tabs', () => {
  let name: string;
  let life: AbortController;
  let asked: number;
  const heard: Session[] = [];
  const tab = (isOurs = () => true) =>
    createTurns<Session>({ name, isOurs, heard: (told) => heard.push(told), life: life.signal });
  const ask = async () => customer(`token ${(asked += 1)}`);

  beforeEach(() => {
    name = crypto.randomUUID();
    life = new AbortController();
    asked = 0;
    heard.length = 0;
  });
  afterEach(() => life.abort());

  it('are one for ten tabs that want the same', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => tab()(ask)));
    equal(asked, 1);
    deepEqual(new Set(answers.map((one) => JSON.stringify(one))).size, 1);
  });

  it('are one for ten questions of one tab', async () => {
    const turn = tab();
    await Promise.all(Array.from({ length: 10 }, () => turn(ask)));
    equal(asked, 1);
  });

  it('go on one by one where what was told is somebody else’s', async () => {
    let running = 0;
    const alone = async () => {
      equal((running += 1), 1);
      await new Promise((done) => setTimeout(done));
      running -= 1;
      return ask();
    };
    await Promise.all(Array.from({ length: 3 }, () => tab(() => false)(alone)));
    equal(asked, 3);
  });

  it('tell those as well who have not asked', async () => {
    const [turn] = [tab(), tab()];
    await turn(ask);
    await until('what was told', () => heard.length);
    deepEqual(heard, [customer('token 1')]);
  });

  it('are told to no tab that had gone before it could take part', async () => {
    const late: Session[] = [];
    createTurns<Session>({
      name,
      isOurs: () => true,
      heard: (told) => late.push(told),
      life: AbortSignal.abort(),
    });
    const [turn] = [tab(), tab()];
    await turn(ask);
    await until('what was told', () => heard.length);
    deepEqual(late, []);
  });

  it('pass on when asking fails', async () => {
    const fails = () => Promise.reject(new Error('no network'));
    const [one, other] = await Promise.allSettled([tab()(fails), tab()(ask)]);
    equal(one.status, 'rejected');
    equal(other.status, 'fulfilled');
  });

  it('keep nobody waiting for a tab that hears nothing, whose turn comes all the same', async () => {
    let freed = () => {};
    const came: string[] = [];
    let frozen: Promise<unknown> | undefined;
    const first = tab()(() => {
      frozen = navigator.locks.request(name, async () => came.push('the frozen one'));
      return new Promise((done) => (freed = () => done(customer('token 1'))));
    });
    await until('the question', () => frozen);
    const others = [first, tab()(ask), tab()(ask)].map(async (turn) => {
      deepEqual(await turn, customer('token 1'));
      came.push('one that hears');
    });
    freed();
    await Promise.all([...others, frozen]);
    deepEqual(came, [...others.map(() => 'one that hears'), 'the frozen one']);
    equal(asked, 0);
  });

  it('are nobody’s where the browser refuses locks with all storage', async () => {
    const { request } = LockManager.prototype;
    LockManager.prototype.request = () =>
      Promise.reject(new DOMException('denied', 'SecurityError'));
    try {
      deepEqual(await tab()(ask), customer('token 1'));
    } finally {
      LockManager.prototype.request = request;
    }
  });
});
