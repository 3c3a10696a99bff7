import { Problem } from './problem.ts';

/**
 * One wish, one effect. A wish keeps its idempotency key until it has a clear answer, so that
 * trying again after a broken connection does not do it twice; while it runs, its twin waits on it.
 */
export function createWishes() {
  const keys = new Map<string, string>();
  const running = new Map<string, Promise<unknown>>();

  async function grant<T>(wish: string, act: (key: string) => Promise<T>): Promise<T> {
    const key = keys.get(wish) ?? newKey();
    keys.set(wish, key);
    try {
      const answer = await act(key);
      keys.delete(wish);
      return answer;
    } catch (error) {
      if (isRefused(error)) keys.delete(wish);
      throw error;
    } finally {
      running.delete(wish);
    }
  }

  return {
    once<T>(wish: string, act: (key: string) => Promise<T>): Promise<T> {
      const twin = running.get(wish) as Promise<T> | undefined;
      if (twin) return twin;
      const mine = grant(wish, act);
      running.set(wish, mine);
      return mine;
    },
  };
}

/** The server has said no; anything else leaves it open whether it was done, or is being done. */
const isRefused = (error: unknown): boolean =>
  error instanceof Problem &&
  error.status > 399 &&
  error.status < 500 &&
  error.code !== 'idempotency_in_flight';

/**
 * A fresh idempotency key; crypto.randomUUID is missing on plain-http pages, and Array.from is not
 * its own self where Prototype.js runs.
 */
export const newKey = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
