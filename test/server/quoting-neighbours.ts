import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

/** Who takes mail for one address, and refuses all others in words that quote what it was told. */
export interface QuotingMail {
  port: number;
  /** The next mail that was taken, as it came. */
  next(): Promise<string>;
  close(): Promise<void>;
}

export async function aQuotingMail(welcome: string): Promise<QuotingMail> {
  const taken: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: ({ username }, _session, done) => done(null, { user: username }),
    onRcptTo: ({ address }, _session, done) =>
      address === welcome
        ? done()
        : done(Object.assign(new Error(`No ${address} here`), { responseCode: 550 })),
    onData(stream, _session, done) {
      let mail = '';
      stream.on('data', (part: Buffer) => (mail += part.toString()));
      stream.on('end', () => {
        taken.push(mail);
        server.emit('taken');
        done();
      });
    },
  });
  server.on('error', () => undefined);
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    port: (server.server.address() as AddressInfo).port,
    async next() {
      while (taken.length === 0) await once(server, 'taken');
      return taken.shift()!;
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** A scanner of files that finds nothing; once it fails, it quotes what it was sent. */
export interface QuotingScanner {
  url: string;
  received: string[];
  fail(): void;
  close(): Promise<void>;
}

export async function aQuotingScanner(): Promise<QuotingScanner> {
  const received: string[] = [];
  let fails = false;
  const server = createServer((request, response) => {
    let body = '';
    request.on('data', (part: Buffer) => (body += part.toString('latin1')));
    request.on('end', () => {
      received.push(body);
      response.writeHead(fails ? 500 : 200).end(body);
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/scan`,
    received,
    fail: () => void (fails = true),
    async close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
