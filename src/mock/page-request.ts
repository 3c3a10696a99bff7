/**
 * The request as a server would see it. A page may not write the Origin header, and the browser
 * adds it after the service worker has looked: so it is put back here.
 */
export function pageRequest(request: Request, origin: string): Request {
  const headers = new Headers(request.headers);
  if (!headers.has('origin')) headers.set('origin', origin);
  return Object.defineProperty(request, 'headers', { value: headers });
}
