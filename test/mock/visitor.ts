import type { z } from 'zod';
import { routes, type RouteName } from '../../src/contract/routes.ts';

/**
 * A page that talks to the mock the way the widget does: over fetch, through the service worker.
 * Every answer is held against the contract.
 */
export interface Visitor {
  ask(route: RouteName, options?: AskOptions): Promise<Answered>;
  /** Signs in with the code that `code` finds in the mailbox. */
  signIn(email: string, code: () => string | undefined): Promise<string>;
  /** A new access token for whoever the jar knows; undefined when it knows nobody. */
  refresh(): Promise<string | undefined>;
}
export interface AskOptions {
  params?: Record<string, string>;
  query?: Record<string, string>;
  body?: unknown;
  token?: string;
}
export interface Answered {
  status: number;
  // oxlint-disable-next-line typescript/no-explicit-any -- checked by the contract just before
  body: any;
}

export function createVisitor(base = location.origin): Visitor {
  async function ask(
    name: RouteName,
    { params = {}, query, body, token }: AskOptions = {},
  ): Promise<Answered> {
    const { method, path, answers } = routes[name];
    const at = path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(params[key] ?? ''));
    const response = await fetch(
      `${base}/v1${at}${query ? `?${new URLSearchParams(query)}` : ''}`,
      {
        method: method.toUpperCase(),
        headers: {
          'x-front-desk': '1',
          'idempotency-key': crypto.randomUUID(),
          ...(body !== undefined && { 'content-type': 'application/json' }),
          ...(token && { authorization: `Bearer ${token}` }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      },
    );
    const text = await response.text();
    const told: unknown = text ? JSON.parse(text) : null;
    const schema = (answers as Record<number, z.ZodType | null | 'stream'>)[response.status];
    if (schema && schema !== 'stream') schema.parse(told);
    return { status: response.status, body: told };
  }
  return {
    ask,
    async signIn(email, code) {
      const challenge = await ask('createChallenge', { body: { email } });
      const session = await ask('answerChallenge', {
        params: { id: challenge.body.id },
        body: { code: code() },
      });
      return session.body.token;
    },
    async refresh() {
      const { body } = await ask('refreshSession');
      return body.token;
    },
  };
}
