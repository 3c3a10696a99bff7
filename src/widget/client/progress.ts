/** As much of fetch() as sends a file, and tells how much of it has gone: 0 to 1. fetch() does not. */
export const sendTelling =
  (tell: (part: number) => void): typeof fetch =>
  (url, { method = 'POST', headers, credentials, body, signal } = {}) =>
    new Promise((done, fail) => {
      const request = new XMLHttpRequest();
      request.open(method, String(url));
      request.withCredentials = credentials === 'include';
      new Headers(headers).forEach((value, name) => request.setRequestHeader(name, value));
      request.upload.onprogress = ({ loaded, total }) => tell(loaded / total);
      request.onload = () => done(new Response(request.response, request));
      request.onerror = fail;
      request.onabort = () => fail(signal?.reason);
      signal?.addEventListener('abort', () => request.abort());
      if (body instanceof Blob) request.send(body);
    });
