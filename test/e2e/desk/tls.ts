import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as ask } from 'node:http';
import { createSecureServer } from 'node:http2';
import type { AddressInfo, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Names that are no one's: a browser is told that they are this machine. */
export const names = ['shop.example', 'desk.shop.example', 'desk.example'] as const;

/** TLS and HTTP/2 before a server that has neither, as in front of any shop. */
export interface TlsFront {
  port: number;
  close(): Promise<void>;
}

let certificate: { key: Buffer; cert: Buffer } | undefined;

/** Made anew in each run, for these names and this machine. */
function ownCertificate() {
  if (certificate) return certificate;
  const folder = mkdtempSync(join(tmpdir(), 'front-desk-tls-'));
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const alike = [...names, 'localhost'].map((name) => `DNS:${name}`).join(',');
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'],
      ...['-days', '2', '-subj', '/CN=front-desk-test', '-keyout', key, '-out', cert],
      ...['-addext', `subjectAltName=${alike},IP:127.0.0.1`],
    ],
    { stdio: 'ignore' },
  );
  certificate = { key: readFileSync(key), cert: readFileSync(cert) };
  rmSync(folder, { recursive: true });
  return certificate;
}

/** @param target what stands behind a path, as a whole address */
export async function openTlsFront(target: (path: string) => string): Promise<TlsFront> {
  const options = { ...ownCertificate(), allowHTTP1: true };
  const sockets = new Set<Socket>();
  const server = createSecureServer(options, (incoming, outgoing) => {
    const { hostname, port, pathname, search } = new URL(target(incoming.url ?? '/'));
    const { ':authority': host = incoming.headers.host, ...headers } = incoming.headers;
    const onward = ask(
      {
        ...{ hostname, port, path: pathname + search, method: incoming.method },
        headers: {
          ...Object.fromEntries(Object.entries(headers).filter(([name]) => name[0] !== ':')),
          ...(host && { host: String(host) }),
          'x-forwarded-for': '198.51.100.7',
          'x-forwarded-proto': 'https',
        },
      },
      (answer) => {
        // HTTP/2 has its own ways for these
        const {
          connection: _,
          'keep-alive': __,
          'transfer-encoding': ___,
          ...told
        } = answer.headers;
        outgoing.writeHead(answer.statusCode ?? 502, told);
        answer.pipe(outgoing);
      },
    );
    incoming.pipe(onward);
    // either end may hang up: a stream has no other end
    outgoing.on('close', () => onward.destroy());
    onward.on('error', () => outgoing.destroy());
  });
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((done) => {
        server.close(() => done());
        for (const socket of sockets) socket.destroy();
      }),
  };
}
