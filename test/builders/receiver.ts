import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { WebhookEvent } from '../../src/contract/webhook-events.ts';

export interface Received {
  headers: IncomingHttpHeaders;
  body: string;
  delivery: string;
  event: WebhookEvent;
}

/** A system of the shop's own, over real HTTP: keeps what it is sent, and answers as it is told. */
export interface Receiver {
  url: string;
  received: Received[];
  /** How it answers from now on; answers 204 until it is told otherwise. */
  answers(how: (response: ServerResponse, received: Received) => void): void;
  /** Resolves once it has received so many. */
  hasReceived(count: number): Promise<void>;
  close(): Promise<void>;
}

export async function aReceiver(port = 0): Promise<Receiver> {
  const received: Received[] = [];
  const waiting = new Set<() => void>();
  let answer: Parameters<Receiver['answers']>[0] = (response) => response.writeHead(204).end();
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (part: string) => (body += part));
    request.on('end', () => {
      const delivery = String(request.headers['x-front-desk-delivery']);
      const each = { headers: request.headers, body, delivery, event: JSON.parse(body) };
      received.push(each);
      answer(response, each);
      for (const look of waiting) look();
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/front-desk`,
    received,
    answers: (how) => void (answer = how),
    hasReceived: (count) =>
      new Promise((resolve) => {
        const look = () => {
          if (received.length < count) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
