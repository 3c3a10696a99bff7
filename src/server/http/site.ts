import type { Files } from '../drivers/files.ts';

export type Fetch = (request: Request) => Response | Promise<Response>;

export interface SiteParts {
  /** Answers /v1, /openapi.json and whatever is not here. */
  backend: Fetch;
  /** front-desk.js and its chunks. */
  widget: Files;
  /** The demo shop's pages. */
  demo?: Files;
  /** What --dev shows, below /dev. */
  dev?: Fetch;
}

/** Everything one port serves. */
export function createSite({ backend, widget, demo, dev }: SiteParts): Fetch {
  return async (request) => {
    const path = new URL(request.url).pathname;
    if (path.startsWith('/v1/')) return backend(request);
    if (dev && path.startsWith('/dev/')) return dev(request);
    return (
      (await widget(request, path)) ?? (await demo?.(request, path)) ?? (await backend(request))
    );
  };
}
