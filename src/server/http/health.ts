import type { Clock, Log, Storage } from '../../backend/ports.ts';
import { createLook } from '../look.ts';
import type { Fetch } from './site.ts';

export interface Health {
  /** Answers /healthz and /readyz; undefined for any other path. */
  answer(request: Request): Response | Promise<Response> | undefined;
  /** From now on the backend answers. */
  ready(): void;
  /** From now on a balancer shall send nobody here. */
  stopping(): void;
}

/** A database that takes longer is as good as gone, in ms. */
const PATIENCE = 2_000;
/** Anybody may ask, as often as they like: for so long an answer holds, in ms. */
const FRESH = 1_000;

/**
 * /healthz: the process lives. /readyz: it can do its work: the database answers and has the tables
 * this version needs; 503 names what is missing.
 */
export function createHealth(
  storage: Pick<Storage, 'schema'>,
  log: Log,
  clock: Clock,
  patience = PATIENCE,
): Health {
  let state: 'starting' | 'ready' | 'stopping' = 'starting';
  const paths: Record<string, Fetch> = {
    '/healthz': () => told(200, { alive: true }),
    '/readyz': async () => {
      const missing = state === 'ready' ? await lately() : [state];
      return missing.length ? told(503, { ready: false, missing }) : told(200, { ready: true });
    },
  };

  const look = createLook(patience, () => storage.schema());
  let last: { at: number; lacking: Promise<string[]> } | undefined;
  function lately(): Promise<string[]> {
    const now = clock().getTime();
    // a clock that was set back must not make it hold for longer
    if (!last || Math.abs(now - last.at) >= FRESH) last = { at: now, lacking: lacking() };
    return last.lacking;
  }

  async function lacking(): Promise<string[]> {
    try {
      const { missing, unknown } = await look();
      return [
        ...missing.map((name) => `migration ${name}`),
        ...(unknown.length ? ['a newer version of Front Desk'] : []),
      ];
    } catch (error) {
      log.error('database_not_answering', error);
      return ['database'];
    }
  }

  return {
    answer(request) {
      const { method, url } = request;
      if (method !== 'GET' && method !== 'HEAD') return undefined;
      return paths[new URL(url).pathname]?.(request);
    },
    ready: () => void (state = 'ready'),
    stopping: () => void (state = 'stopping'),
  };
}

function told(status: number, body: object): Response {
  return new Response(`${JSON.stringify(body)}\n`, {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  });
}
