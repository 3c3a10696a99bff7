import { http } from 'msw';
import { setupWorker } from 'msw/browser';
import { createMock, type Mock, type MockOptions } from './mock.ts';

export interface StartOptions extends MockOptions {
  /** Where the widget sends its requests: its `api`, without a trailing slash. */
  base?: string;
  /** Address of msw's `mockServiceWorker.js`, which must lie at or above the page. */
  worker?: string;
}

export interface RunningMock extends Mock {
  /** Requests go to the network again. */
  stop(): Promise<void>;
}

/** Catches what the widget asks of its backend and answers it in the page. */
export async function startMock(options: StartOptions = {}): Promise<RunningMock> {
  const { base = location.origin, worker: url = '/mockServiceWorker.js' } = options;
  const mock = await createMock(options);
  const answer = ({ request }: { request: Request }) => mock.fetch(request);
  const worker = setupWorker(
    http.all(`${base}/v1/*`, answer),
    http.all(`${base}/openapi.json`, answer),
  );
  const life = new AbortController();
  addEventListener('unhandledrejection', forgiveUpdate, { signal: life.signal });
  await worker.start({ quiet: true, onUnhandledFrame: 'bypass', serviceWorker: { url } });
  let isRunning = true;
  return {
    ...mock,
    async stop() {
      if (!isRunning) return;
      isRunning = false;
      await worker.stop();
      life.abort();
    },
  };
}

/**
 * msw asks for a newer worker and waits for no answer. A page that was just left takes the worker
 * away with it, and then there is none to be found: this page has its own by now, and nothing failed.
 */
function forgiveUpdate(event: PromiseRejectionEvent): void {
  const said: unknown = event.reason instanceof Error ? event.reason.message : undefined;
  if (typeof said === 'string' && /^Failed to update a ServiceWorker .*: Not found$/.test(said))
    event.preventDefault();
}
