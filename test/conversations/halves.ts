/** The same request, of which the second half comes after `then`, or never where that fails. */
export async function inHalves(request: Request, then: () => Promise<unknown>): Promise<Request> {
  const { url, method, headers, signal } = request;
  const bytes = new Uint8Array(await request.arrayBuffer());
  const half = Math.ceil(bytes.length / 2);
  let hasBegun = false;
  const body = new ReadableStream<Uint8Array>({
    async pull(stream) {
      if (!hasBegun) {
        hasBegun = true;
        return stream.enqueue(bytes.subarray(0, half));
      }
      await then();
      stream.enqueue(bytes.subarray(half));
      stream.close();
    },
  });
  const told = new Headers(headers);
  told.set('content-length', String(bytes.length));
  return new Request(url, {
    ...{ method, headers: told, body, signal },
    duplex: 'half',
  } as RequestInit);
}
