import { Hono } from 'hono';
import { routes, type RouteName } from '../../../contract/routes.ts';
import { type Route } from '../../../contract/routes/route.ts';
import type { BackendPorts } from '../../ports.ts';
import { refuse } from '../../services/refusal.ts';
import type { Serve } from './frame.ts';
import { frameHeaders } from './headers.ts';
import { metered } from './metered.ts';
import { allowAnyone, allowReading, allowSending, standingOf } from './origin.ts';
import { problemResponse } from './problem.ts';

const BASE = '/v1';
const table = Object.entries<Route>(routes) as [RouteName, Route][];

/** Every row of the routes table as a path of a Hono app; what is in no row is a 404 or a 405. */
export function mountRoutes(
  serve: Serve,
  { shops, log, meter }: Pick<BackendPorts, 'shops' | 'log' | 'meter'>,
): Hono {
  const app = new Hono();
  const none = (answer: () => Response) => metered(meter, 'none', answer);
  for (const [name, { method, path }] of table)
    app.on(method.toUpperCase(), BASE + path, ({ req }) =>
      metered(meter, name, () => serve(name, req.raw, req.param())),
    );

  for (const [path, methods] of methodsByPath()) {
    const allowed = [...methods, ...(methods.includes('GET') ? ['HEAD'] : []), 'OPTIONS'];
    app.options(BASE + path, ({ req }) => preflight(req.raw, allowed));
    app.all(BASE + path, ({ req }) =>
      none(() => {
        const headers = frameHeaders();
        const shop = shops.find(new URL(req.url).searchParams.get('shop') ?? undefined);
        if (shop) allowReading(headers, req.raw, standingOf(req.raw, shop));
        headers.set('Allow', allowed.join(', '));
        return problemResponse(refuse('method_not_allowed'), headers);
      }),
    );
  }
  app.notFound(() =>
    none(() => {
      const headers = frameHeaders();
      allowAnyone(headers);
      return problemResponse(refuse('not_found'), headers);
    }),
  );
  // Hono's own would print the error, and with it what a shopper wrote
  app.onError((error) => {
    log.error('answer_failed', error);
    return problemResponse(refuse('internal'), frameHeaders());
  });
  return app;

  function preflight(request: Request, allowed: readonly string[]): Response {
    const headers = frameHeaders();
    const shop = shops.find(new URL(request.url).searchParams.get('shop') ?? undefined);
    if (!shop) {
      // the browser shows the refusal of the request itself, which says what is wrong
      allowAnyone(headers);
      allowSending(headers, allowed);
      return new Response(null, { status: 204, headers });
    }
    const standing = standingOf(request, shop);
    if (standing === 'foreign') return problemResponse(refuse('origin_not_allowed'), headers);
    allowReading(headers, request, standing);
    if (standing !== 'none') allowSending(headers, allowed);
    headers.set('Allow', allowed.join(', '));
    return new Response(null, { status: 204, headers });
  }
}

function methodsByPath(): Map<string, string[]> {
  const methods = new Map<string, string[]>();
  for (const [, { method, path }] of table)
    methods.set(path, [...(methods.get(path) ?? []), method.toUpperCase()]);
  return methods;
}
