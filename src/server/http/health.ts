import type { Clock, Log, SchemaState, Storage } from '../../backend/ports.ts';
import { createLook } from '../look.ts';
import type { Fetch } from './site.ts';

export interface Health {
  /** Answers /healthz and /readyz; undefined for any other path. */
  answer(request: Request): Response | Promise<Response> | undefined;
  /** From now on the backend answers, from this database. */
  ready(storage: Pick<Storage, 'schema'>): void;
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
export function createHealth(log: Log, clock: Clock, patience = PATIENCE): Health {
  let state: 'starting' | 'stopping' | { look: () => Promise<SchemaState> } = 'starting';
  const paths: Record<string, Fetch> = {
    '/healthz': () => told(200, { alive: true }),
    '/readyz': async () => {
      const missing = typeof state === 'string' ? [state] : await lately(state.look);
      return missing.length ? told(503, { ready: false, missing }) : told(200, { ready: true });
    },
  };

  let last: { at: number; lacking: Promise<string[]> } | undefined;
  function lately(look: () => Promise<SchemaState>): Promise<string[]> {
    const now = clock().getTime();
    // a clock that was set back must not make it hold for longer
    if (!last || Math.abs(now - last.at) >= FRESH) last = { at: now, lacking: lacking(look) };
    return last.lacking;
  }

  async function lacking(look: () => Promise<SchemaState>): Promise<string[]> {
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
    ready: (storage) => void (state = { look: createLook(patience, () => storage.schema()) }),
    stopping: () => void (state = 'stopping'),
  };
}

function told(status: number, body: object): Response {
  return new Response(`${JSON.stringify(body)}\n`, {
    status,
    headers: { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' },
  });
}
