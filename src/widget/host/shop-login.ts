import { inTime } from './in-time.ts';

/** Longer than this and the desk goes on without the shop's login. */
const PATIENCE = 8000;
/** Three parts with dots between; a path has slashes. */
const TOKEN = /^[\w-]+\.[\w-]+\.[\w-]*$/;

/**
 * A token of the shop's own login, from where the page said it is to be had. Null when nobody is
 * signed in there; undefined when the shop cannot tell.
 */
export async function readToken(
  who: string | (() => Promise<string | null>),
): Promise<string | null | undefined> {
  if (who === '') return null;
  try {
    const coming = typeof who === 'string' ? tokenAt(who) : who();
    const token = (await inTime(coming, AbortSignal.timeout(PATIENCE)))?.trim() || null;
    // words of refusal, say, or the page to sign in at: they say nothing of who is there
    if (token && !TOKEN.test(token)) throw new Error('The shop’s answer is no token');
    return token;
  } catch (error) {
    // the shop's own script or server: its people look for it there
    console.error(error);
    return undefined;
  }
}

/** A token is itself; a path's answer is its text, and no content, or a refusal, is nobody. */
async function tokenAt(path: string): Promise<string | null> {
  if (TOKEN.test(path)) return path;
  const response = await fetch(path, { cache: 'no-store' });
  if (response.status === 401 || response.status === 403) return null;
  if (!response.ok) throw new Error(`${path} answered ${response.status}`);
  return response.text();
}

/** Whom a token names, and by whose word, in whatever form. It is not checked here: the backend does that. */
export function claimsOf(jwt: string): { sub?: unknown; iss?: unknown; aud?: unknown } {
  try {
    const [, payload = ''] = jwt.split('.');
    const binary = atob(payload.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(binary, (char) => char.charCodeAt(0));
    return { ...JSON.parse(new TextDecoder().decode(bytes)) };
  } catch {
    return {}; // the backend says what is wrong with it
  }
}
