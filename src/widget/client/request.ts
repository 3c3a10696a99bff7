import type { Shape } from '../../contract/guards/shape.ts';
import { noAnswer, Problem, type ProblemBody } from './problem.ts';
import { fits } from './guard.ts';

export interface Ask {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** A Blob goes out as it is, anything else as JSON. */
  body?: unknown;
  /** Sent with every try of one wish, so that a retry does not do it twice. */
  key?: string;
  /**
   * Sends the refresh cookie, if there is one, and the header that shows it is meant; and no access
   * token but `token`, since what brings one must not wait for one.
   */
  cookie?: boolean;
  token?: string | undefined;
  headers?: Record<string, string>;
  query?: Record<string, string | number | undefined>;
  signal?: AbortSignal | undefined;
  /**
   * Trades the refresh token for the next. The answer is wanted though the page goes, and soon: what it
   * was traded for is asked for again only as long as the backend takes nobody for a thief who does.
   */
  trade?: boolean;
  /** An answer that goes on and on: no limit of time, and whoever reads it tries again. */
  endless?: boolean;
  /** In place of fetch(). */
  via?: typeof fetch | undefined;
}

/** What the request layer asks of the session. */
export interface Bearer {
  token(): Promise<string | undefined>;
  /** The token was refused: is there a new one? */
  renew(refused: string): Promise<boolean>;
}

export interface Server {
  /** Where the backend answers, without a trailing slash. */
  api: string;
  shop: string | undefined;
  /** Asked at each request: a page may change its language. */
  readonly locale: string;
  /** Whose the session is by now; undefined while it is nobody's. */
  readonly subject?: string | undefined;
  bearer: Bearer;
  /** Ends all that is under way when the desk is destroyed. */
  life: AbortSignal;
}

export type Send = ReturnType<typeof createSend>;

const TRIES = 3;
const PATIENCE = 15_000;
/** Of a trade: with two pauses the third try comes in time, since a traded token is good for ten seconds. */
const TRADE_PATIENCE = 3500;
const LONGEST_WAIT = 5000;

/** fetch with the contract's manners: bearer, language, shop, idempotency, retries, problem+json. */
export function createSend(server: Server) {
  const { api, shop, bearer, life } = server;
  const urlOf = (path: string, query: Ask['query']) => {
    const search = Object.entries({ ...query, shop })
      .flatMap(([name, value]) =>
        value === undefined ? [] : `${name}=${encodeURIComponent(value)}`,
      )
      .join('&');
    return `${api}/v1${path}${search && `?${search}`}`;
  };

  /** An answer that says yes; anything else is thrown as a Problem, or as the caller's own abort. */
  return async function send(path: string, ask: Ask = {}): Promise<Response> {
    const { method = 'GET', body, key, cookie, headers, query, endless, trade = false } = ask;
    const tries = !endless && (trade || method === 'GET' || key) ? TRIES : 1;
    // nothing stays nothing
    const content = body instanceof Blob ? body : JSON.stringify(body);
    const stop = AbortSignal.any([life, ask.signal ?? life]);
    let renewed = cookie;
    const { subject } = server;
    for (let attempt = 1; ; attempt++) {
      // the cookie's own requests must not wait for the session they renew
      const token = cookie ? ask.token : await bearer.token();
      // by the shop's own login it may be somebody else's by now, who has not wished for this
      if (subject && subject !== server.subject) throw new Problem('unauthenticated', 401);
      let problem: Problem;
      try {
        const response = await (ask.via ?? fetch)(urlOf(path, query), {
          method,
          body: content,
          keepalive: trade,
          credentials: cookie ? 'include' : 'omit',
          headers: {
            'accept-language': server.locale,
            // the type of a file is the file's own
            ...(typeof content === 'string' && { 'content-type': 'application/json' }),
            ...(key && { 'idempotency-key': key }),
            ...(cookie && { 'x-front-desk': '1' }),
            ...(token && { authorization: `Bearer ${token}` }),
            ...headers,
          },
          signal: endless
            ? stop
            : AbortSignal.any([stop, AbortSignal.timeout(trade ? TRADE_PATIENCE : PATIENCE)]),
        });
        if (response.ok) return response;
        if (response.status === 401 && token && !renewed) {
          renewed = true;
          attempt--;
          if (await bearer.renew(token)) continue;
        }
        problem = await readProblem(response);
      } catch (cause) {
        if (stop.aborted) throw cause;
        problem = noAnswer();
      }
      const wait = (problem.retryAfter ?? 0) * 1000 || backOff(attempt);
      // longer than anyone waits before a skeleton: the room says so instead
      if (attempt >= tries || !isPassing(problem) || wait > LONGEST_WAIT) throw problem;
      await pause(wait, stop);
    }
  };
}

/** A path with names in it, which may be anything: path`/orders/${id}`. */
export const path = (parts: TemplateStringsArray, ...names: readonly string[]): string =>
  String.raw({ raw: parts }, ...names.map(encodeURIComponent));

/** The body of an answer, once it has the shape the rooms rely on. */
export async function readJson<T>(answer: Response | Promise<Response>, shape: Shape): Promise<T> {
  const response = await answer;
  let value: unknown;
  try {
    value = await response.json();
  } catch (cause) {
    const { name } = cause as Error;
    if (name === 'AbortError') throw cause;
    throw new Problem(name === 'SyntaxError' ? 'malformed' : 'unreachable', response.status);
  }
  if (!fits(value, shape)) throw new Problem('malformed', response.status);
  return value as T;
}

async function readProblem(response: Response): Promise<Problem> {
  const body: ProblemBody | undefined = await response.json().catch(() => undefined);
  const after = Number(response.headers.get('retry-after')) || undefined;
  return new Problem(typeof body?.code === 'string' ? body.code : 'unexpected', response.status, {
    ...body,
    retryAfter: body?.retryAfter ?? after,
  });
}

/** It may well be over in a moment. A wrong guess at a code is a 429 as well, and is not. */
const isPassing = ({ status, code }: Problem): boolean =>
  !status ||
  code === 'idempotency_in_flight' ||
  code === 'too_many_requests' ||
  (status >= 502 && status <= 504);

const backOff = (attempt: number) => 2 ** attempt * 150 * (0.5 + Math.random());

/** Fails once it is stopped. */
export const pause = (ms: number, stop: AbortSignal) =>
  new Promise<void>((done, fail) => {
    stop.throwIfAborted();
    const end = () => {
      clearTimeout(timer);
      fail(stop.reason);
    };
    const timer = setTimeout(() => {
      stop.removeEventListener('abort', end);
      done();
    }, ms);
    stop.addEventListener('abort', end);
  });
