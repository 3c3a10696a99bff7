/**
 * The static build has no server: this module stands where the tag stood in each page, starts the
 * mock, and only then puts the tag in, with the same attributes. Nothing else of the page differs.
 */
import { startMock } from '../src/mock/index.ts';
import { showMails } from './mail-note.ts';

const stand = document.querySelector<HTMLScriptElement>('script[src*="start-mock."]');
if (!stand) throw new Error('start-mock.js runs in a page that does not name it');

const root = new URL('.', stand.src);
const mock = await startMock({
  pages: root.pathname,
  worker: new URL('mockServiceWorker.js', root).pathname,
});
showMails(mock.mailbox, root);

const tag = document.createElement('script');
Object.assign(tag.dataset, stand.dataset);
tag.async = true;
// `npm run demo` serves the widget from its sources, which are modules.
if (stand.src.includes('.ts')) tag.type = 'module';
tag.src = new URL('front-desk.js', root).href;
stand.after(tag);

// What else of the desk the page has waits for its backend as well.
for (const waiting of document.querySelectorAll<HTMLScriptElement>('script[data-src]')) {
  const other = document.createElement('script');
  other.type = waiting.type;
  other.src = new URL(waiting.dataset['src']!, root).href;
  waiting.after(other);
}
