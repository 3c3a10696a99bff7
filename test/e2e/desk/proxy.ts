import { createServer, request as ask } from 'node:http';
import { connect, type AddressInfo } from 'node:net';

/** The way of one shopper into the network. */
export interface Proxy {
  readonly url: string;
  /** Nothing comes through, and what was open breaks off; until it is mended. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/**
 * A forward proxy that tells the backend the shopper's own address, as the proxy before a server
 * does: limits count by address, and a test's shoppers all live on one machine. (A header added in
 * the browser would be the page's, and so a matter of CORS.)
 */
export async function openProxy(address: string): Promise<Proxy> {
  let isCut = false;
  const server = createServer((incoming, outgoing) => {
    if (isCut) return void incoming.destroy();
    const { hostname, port, pathname, search } = new URL(incoming.url ?? '');
    const { 'proxy-connection': _, ...headers } = incoming.headers;
    const onward = ask(
      {
        hostname,
        port,
        path: pathname + search,
        method: incoming.method,
        headers: { ...headers, 'x-forwarded-for': address },
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    incoming.pipe(onward);
    // either end may hang up: a stream has no other end
    outgoing.on('close', () => onward.destroy());
    onward.on('error', () => outgoing.destroy());
  });
  // Playwright's own requests come by a tunnel, and so without the address
  server.on('connect', ({ url = '' }, socket) => {
    const { hostname, port } = new URL(`http://${url}`);
    const onward = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 OK\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.destroy());
    socket.on('error', () => onward.destroy());
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      isCut = true;
      server.closeAllConnections();
    },
    mend: () => void (isCut = false),
    close: () =>
      new Promise((done) => {
        server.closeAllConnections();
        server.close(() => done());
      }),
  };
}
