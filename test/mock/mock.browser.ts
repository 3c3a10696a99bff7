import { startMock, type RunningMock, type StartOptions } from '../../src/mock/index.ts';
import { holds, same } from './claims.ts';
import { createVisitor } from './visitor.ts';

const MARA = 'mara@kern.eu';
let mock: RunningMock | undefined;
const visitor = createVisitor();

/** A mock of this test alone: nothing of another is in its database. */
async function start(options: StartOptions = {}): Promise<RunningMock> {
  await mock?.stop();
  mock = await startMock({ keep: false, ...options });
  return mock;
}
const code = () => mock?.mailbox.code(MARA);

describe('The mock', () => {
  afterEach(async () => {
    await mock?.stop();
    mock = undefined;
  });

  it('answers as the contract says, from nobody to a customer’s orders', async () => {
    await start();
    same((await visitor.ask('getDesk')).body.name, 'Alder', 'The shop’s name');
    same((await visitor.ask('refreshSession')).body.kind, 'anonymous', 'The session');
    same((await visitor.ask('listOrders')).status, 401, 'Orders of nobody');

    const token = await visitor.signIn(MARA, code);
    const { body } = await visitor.ask('listOrders', { token });
    same(body.items[0].number, '4196', 'The newest order');
    const order = await visitor.ask('getOrder', { token, params: { id: 'alder-4182' } });
    same(order.body.shipments.length, 2, 'The parcels of 4182');
    same(order.body.totals.total, { amount: 40200, currency: 'EUR' }, 'The sum of 4182');
  });

  it('carries the session in its jar, since it cannot set a cookie', async () => {
    await start();
    await visitor.signIn(MARA, code);
    const token = await visitor.refresh();
    const session = await visitor.ask('getSession', token ? { token } : {});
    same(session.body.customer?.firstName, 'Mara', 'Who is here');
    same(document.cookie, '', 'The page’s cookies');
    same((await visitor.ask('endSession')).status, 204, 'Signing out');
    same(await visitor.refresh(), undefined, 'The token after signing out');
  });

  it('puts in the mailbox what the shop would have sent, and tells of it', async () => {
    const { mailbox } = await start();
    const told: string[] = [];
    const stop = mailbox.onMail(({ to }) => told.push(to));
    await visitor.ask('createChallenge', { body: { email: MARA } });
    same(mailbox.list().length, 1, 'Mails');
    same(told, [MARA], 'Told of');
    holds(/^\d{6}$/.test(mailbox.code(MARA) ?? ''), 'the mail has a code of six digits');
    stop();
  });

  it('shows a guest where an order is, and nothing of what is in it', async () => {
    const running = await start();
    await running.follow('4182', MARA);
    const token = await visitor.refresh();
    const asGuest = token ? { token, params: { id: 'alder-4182' } } : {};
    const seen = await visitor.ask('getOrderTracking', asGuest);
    same(seen.body.parcels.length, 2, 'Parcels');
    holds(!/coat|Kern|Kammenstraat|249/.test(JSON.stringify(seen.body)), 'a guest sees no detail');
    same((await visitor.ask('getOrder', asGuest)).status, 403, 'The order itself');
  });

  it('streams news of a parcel while the page listens', async () => {
    const running = await start();
    const token = await visitor.signIn(MARA, code);
    const leave = new AbortController();
    const { body } = await fetch('/v1/stream', {
      headers: { authorization: `Bearer ${token}` },
      signal: leave.signal,
    });
    const lines = linesOf(body);
    same(
      await lines.until(/^retry/),
      'retry: 2000',
      'The first line, before anything has happened',
    );

    const events = [
      { at: new Date().toISOString(), status: 'delivered', text: 'At the door' },
    ] as const;
    same(
      await running.track({ number: '3SALD0041822', events: [...events] }),
      'applied',
      'The news',
    );
    same(
      await lines.until(/^data/),
      'data: {"topic":"order","id":"alder-4182"}',
      'The line that tells of them',
    );
    leave.abort();
  });

  it('answers a shopper as somebody of the shop does', async () => {
    const running = await start();
    const token = await visitor.signIn(MARA, code);
    const { body: talk } = await visitor.ask('openConversation', { token });
    const params = { id: talk.id };
    const asked = { client: 'a-question', text: 'Is it warm?' };
    await visitor.ask('sendMessage', { token, params, body: asked });
    const cards = [{ kind: 'order', id: 'alder-4182' }] as const;
    await running.reply({ text: 'It is.', name: 'Jo', cards, choices: ['Thanks'] });
    const { body } = await visitor.ask('listMessages', { token, params });
    const { text, name, from, choices, cards: shown } = body.items.at(-1);
    same([text, name, from, choices], ['It is.', 'Jo', 'staff', ['Thanks']], 'The answer');
    same(shown[0].title, '4182', 'What it shows');
  });

  it('lets requests of the page itself go by', async () => {
    await start();
    const page = await fetch('/package.json');
    same(page.headers.get('content-type')?.startsWith('application/json'), true, 'A file is JSON');
    same((await page.json()).name, 'front-desk', 'A file of the page');
  });

  it('lets go of requests when it is stopped', async () => {
    const running = await start();
    await running.stop();
    same((await fetch('/v1/desk')).status, 404, 'The backend after stop()');
  });
});

/** An answer that goes on and on, a line at a time. */
function linesOf(body: ReadableStream<Uint8Array> | null) {
  if (!body) throw new Error('The stream has no body');
  const reader = body.getReader();
  const utf8 = new TextDecoder();
  let text = '';
  return {
    async until(wanted: RegExp): Promise<string> {
      for (;;) {
        const line = text.split('\n').find((each) => wanted.test(each));
        if (line) return line;
        const { value, done } = await reader.read();
        if (done) throw new Error(`The stream ended before ${wanted}: ${text}`);
        text += utf8.decode(value, { stream: true });
      }
    },
  };
}
