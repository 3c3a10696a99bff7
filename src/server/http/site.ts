import type { Log } from '../../backend/ports.ts';
import { problemResponse } from '../../backend/routes/frame/problem.ts';
import { refuse } from '../../backend/services/refusal.ts';
import type { Mailbox } from '../dev/mailbox.ts';
import { createDevRoutes } from '../dev/routes.ts';
import { createFiles } from '../drivers/files.ts';
import { findPackageFiles } from '../package-files.ts';
import { consoleHeaders, demoHeaders, widgetHeaders } from './headers.ts';

export type Fetch = (request: Request) => Response | Promise<Response>;

export interface SiteParts {
  /** Answers /v1, /openapi.json and whatever is not here. */
  backend: Fetch;
  /** Serves the demo shop's pages. */
  demo: boolean;
  /** Served below /dev. */
  mailbox?: Mailbox;
  /** Until the backend has done what answered requests left to do. */
  settled(): Promise<void>;
  /** The other end of a request's connection. */
  peer(request: Request): string;
  log: Log;
}

/** Everything one port serves. */
export function createSite({ backend, demo, mailbox, peer, settled, log }: SiteParts): Fetch {
  const folders = findPackageFiles();
  const widget = createFiles({ folder: folders.widget, headers: widgetHeaders });
  const pages = demo
    ? createFiles({ folder: folders.demo, headers: () => demoHeaders })
    : undefined;
  const desk = createFiles({ folder: folders.console, headers: consoleHeaders });
  const dev = mailbox && createDevRoutes({ mailbox, peer, settled });

  const answer: Fetch = async (request) => {
    const path = new URL(request.url).pathname;
    if (path.startsWith('/v1/')) return backend(request);
    if (dev && path.startsWith('/dev/')) return dev.fetch(request);
    const [, below] = /^\/console(\/.*)?$/.exec(path) ?? [];
    if (path === '/console' || below !== undefined)
      return (await desk(request, below ?? '/')) ?? backend(request);
    return (await widget(request, path)) ?? (await pages?.(request, path)) ?? backend(request);
  };
  return async (request) => {
    try {
      return await answer(request);
    } catch (error) {
      log.error('request_failed', error);
      return problemResponse(refuse('internal'), new Headers());
    }
  };
}
