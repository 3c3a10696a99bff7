/**
 * Says that this browser refuses the cookie and keeps a key instead, so that nobody else has to
 * fetch the code for it. It is no secret and signs nobody in.
 */
export function isMarked(desk: string): boolean {
  try {
    return desk in localStorage;
  } catch {
    return false;
  }
}
