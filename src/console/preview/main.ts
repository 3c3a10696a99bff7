import { sampleAnswer } from './answers.ts';
import { leaveFocusOutside } from './leave-focus.ts';

// The shop's own panel, opened, on a page that stands for any: whoever it greets and their order are made
// up, and of the backend no more is asked than what it tells everybody about the shop.

const query = new URLSearchParams(location.search);
const said = (name: string) => query.get(name) ?? '';
const root = document.documentElement;
root.lang = said('lang');
root.dir = said('dir');

const ask = window.fetch.bind(window);
// the page is ours, and nothing else on it asks anything
window.fetch = async (asked, init) => {
  const { pathname } = new URL(asked instanceof Request ? asked.url : asked, location.href);
  const answer = await sampleAnswer(pathname, {
    ...{ name: said('name'), now: new Date() },
    desk: async () => (await ask(asked, init)).json(),
  });
  return Response.json(answer ?? null, { status: answer === undefined ? 404 : 200 });
};

leaveFocusOutside();
const desk = document.createElement('front-desk');
const attributes = { shop: said('shop'), locale: said('lang'), preload: 'none' };
for (const [name, value] of Object.entries(attributes)) desk.setAttribute(name, value);
document.body.append(desk);
