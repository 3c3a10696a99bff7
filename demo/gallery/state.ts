/** One state of the desk, as the query says: the same mock as the demo, with nothing kept. */
import type { ProblemCode } from '../../src/contract/problems.ts';
import { presets, startMock, type Scenario, type ScenarioName } from '../../src/mock/index.ts';
import type {} from '../../src/widget/cart/cart-events.ts';
import { findAct } from './acts.ts';
import { standAlone } from './alone.ts';
import { beKnown } from './known.ts';
import { fillList } from './saved.ts';
import { stretchedWords } from './stretched.ts';

const query = new URLSearchParams(location.search);
const ask = (name: string) => query.get(name) ?? '';
const root = new URL('..', location.href);

const scheme = ask('scheme') || 'light';
document.documentElement.style.colorScheme = scheme;
const locale = ask('locale') || 'en-GB';
document.documentElement.lang = locale;
document.documentElement.dir = /^(ar|he)/.test(locale) ? 'rtl' : 'ltr';

// Frames share storage and channels; a shop of its own keeps each to itself. What tells states of
// one room apart comes last.
const asked = [...query].flat().join('-');
const shop = `alder-${asked.replace(/[^a-z0-9]+/gi, '-').slice(-54)}`;
const policy = Object.entries(presets).find(([name]) => name === ask('policy'))?.[1];
const mock = await startMock({
  keep: false,
  shop: {
    id: shop,
    ...(policy && { policy }),
    ...(query.has('stretched') && { words: stretchedWords }),
  },
  pages: root.pathname,
  worker: new URL('mockServiceWorker.js', root).pathname,
  ...(query.has('scenario') && { scenario: ask('scenario') as ScenarioName }),
});
if (query.has('arrived')) {
  const events = [
    { at: new Date().toISOString(), status: 'delivered' as const, text: 'Delivered' },
  ];
  await mock.track({ number: ask('arrived'), events });
}
if (query.has('as')) await mock.signIn(ask('as'));
if (query.has('guest')) await mock.follow(...pair(ask('guest')));
if (['hold', 'fail', 'wrong', 'away', 'full'].some((name) => query.has(name))) mock.play(partly);

document.addEventListener('fd-cart-add', (event) => event.waitUntil(bag()));

if (query.has('saved')) fillList(shop);
if (query.has('known')) await beKnown(shop);
if (query.has('alone'))
  await standAlone(ask('alone'), { shop, order: ask('order'), isHeld: query.has('hold') });
else await openDesk();
await findAct(ask('act'))?.(mock);
// For whoever takes pictures of it.
document.documentElement.dataset['shown'] = '';

async function openDesk(): Promise<void> {
  const opened = new Promise((resolve) => document.addEventListener('fd-open', resolve));
  const tag = document.createElement('script');
  Object.assign(tag.dataset, { api: '', shop, label: 'Help and orders', scheme, locale });
  tag.dataset['cart'] = 'event';
  if (query.has('consent')) tag.dataset['consent'] = ask('consent');
  tag.dataset['fallback'] = 'mailto:help@alder.example';
  tag.src = new URL('front-desk.js', root).href;
  document.head.append(tag);
  location.hash = `front-desk/${ask('room')}`;
  await opened;
}

/** A bag that holds all there is, or has none of one thing left. */
async function bag() {
  const refused = query.has('refuse')
    ? [{ variants: [ask('refuse')], reason: 'sold_out' as const }]
    : [];
  return { refused, url: '../cart.html' };
}

/** Part of the backend is ill: what lies below these paths. */
function partly(answer: Parameters<Scenario>[0]): ReturnType<Scenario> {
  return async (request) => {
    const path = new URL(request.url).pathname;
    const isBelow = (name: string) => query.has(name) && path.startsWith(`/v1/${ask(name)}`);
    if (isBelow('hold')) return new Promise<Response>(() => undefined);
    if (isBelow('fail')) return new Response('upstream is not there', { status: 502 });
    if (isBelow('away')) return refused(503, 'unavailable', 900);
    if (isBelow('full') && request.method === 'POST')
      return refused(429, 'too_many_messages', 50_000);
    if (isBelow('wrong')) return Response.json({ surprise: [null, 42] });
    return answer(request);
  };
}

/** In seconds, it may be tried again. */
const refused = (status: number, code: ProblemCode, retryAfter: number): Response =>
  Response.json({ code, retryAfter }, { status });

function pair(text: string): [number: string, email: string] {
  const [number = '', email = ''] = text.split(' ');
  return [number, email];
}
