import { Unavailable } from '../../backend/services/unavailable.ts';
import type { ScanFile } from '../../backend/ports.ts';

interface Scanner {
  url: string;
  token?: string | undefined;
  timeoutSeconds: number;
}

/** What scanners that answer over HTTP say of a file that is to be kept out. */
const INFECTED: ReadonlySet<number> = new Set([406, 422]);

/** Asks a scanner about each file: its bytes as the body. Only a clear word lets it in or keeps it out. */
export const createHttpScan =
  ({ url, token, timeoutSeconds }: Scanner): ScanFile =>
  async ({ type, bytes }) => {
    const answer = await fetch(url, {
      ...{ method: 'POST', body: new Uint8Array(bytes), redirect: 'error' },
      headers: {
        'Content-Type': type,
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      },
      signal: AbortSignal.timeout(timeoutSeconds * 1000),
    }).catch((error: unknown) => {
      throw new Unavailable(30, error);
    });
    await answer.body?.cancel();
    if (answer.ok) return true;
    if (INFECTED.has(answer.status)) return false;
    throw new Unavailable(30, new Error(`The scanner answers ${answer.status}`));
  };
