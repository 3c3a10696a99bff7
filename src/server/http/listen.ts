import { createAdaptorServer } from '@hono/node-server';
import type { Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

export type Answer = (request: Request, peer: string | undefined) => Response | Promise<Response>;

export interface ListenOptions {
  answer: Answer;
  /** 0 takes any free port. */
  port: number;
  /** How many ports above are tried when this one is busy. */
  spare?: number;
  /** `loopback` is this machine only, by IPv4 and IPv6; undefined is every address. */
  host?: 'loopback' | (string & {});
  /** How long a stop waits for requests under way, in ms. */
  patience?: number;
}

export interface Listener {
  port: number;
  /** No new connections; resolves when the last request is answered, or patience has run out. */
  stop(): Promise<void>;
}

export class PortBusy extends Error {
  override readonly name = 'PortBusy';
  readonly port: number;
  constructor(port: number) {
    super(`Port ${port} is busy. Stop what uses it, or choose another with --port or PORT.`);
    this.port = port;
  }
}

const PATIENCE = 10_000;
/** Longer than the idle time of common proxies, so they never write into a closing connection. */
const KEEP_ALIVE = 65_000;
const ANY_PORT_TRIES = 20;

export async function listen(options: ListenOptions): Promise<Listener> {
  const { port, spare = 0, patience = PATIENCE } = options;
  const tries = port === 0 ? ANY_PORT_TRIES : spare;
  for (let step = 0; ; step += 1) {
    const wanted = port === 0 ? 0 : port + step;
    const servers = await open(wanted, options);
    if (servers) return listenerOf(servers, patience);
    if (step >= tries) throw new PortBusy(port);
  }
}

/** Undefined when some address of the port is taken. */
async function open(port: number, { answer, host }: ListenOptions): Promise<Server[] | undefined> {
  const servers: Server[] = [];
  try {
    // A browser may take either address for "localhost": both are ours, or the port is not.
    const hosts = host === 'loopback' ? ['127.0.0.1', '::1'] : [host];
    for (const each of hosts) {
      const chosen = servers[0] ? portOf(servers[0]) : port;
      const server = await bind(chosen, each, answer, servers.length > 0);
      if (server) servers.push(server);
    }
    return servers;
  } catch (error) {
    await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') return undefined;
    throw error;
  }
}

function bind(
  port: number,
  host: string | undefined,
  answer: Answer,
  optional: boolean,
): Promise<Server | undefined> {
  const server = createAdaptorServer({
    fetch: (request, { incoming }) => answer(request, incoming.socket.remoteAddress),
  }) as Server;
  server.keepAliveTimeout = KEEP_ALIVE;
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const lacking = error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT';
      if (optional && lacking) resolve(undefined);
      else reject(error);
    });
    server.listen({ port, ...(host !== undefined && { host }) }, () => resolve(server));
  });
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

function listenerOf(servers: readonly Server[], patience: number): Listener {
  let stopping = false;
  const underWay = new Set<ServerResponse>();
  for (const server of servers)
    server.on('request', (_, response: ServerResponse) => {
      underWay.add(response);
      if (stopping) response.shouldKeepAlive = false;
      response.on('close', () => {
        underWay.delete(response);
        // A connection that has answered its last request is idle, and would keep us open.
        if (stopping) server.closeIdleConnections();
      });
    });
  return {
    port: portOf(servers[0]!),
    async stop() {
      stopping = true;
      // Told so by its last answer, a client sends its next request elsewhere, not into our closing.
      for (const response of underWay) response.shouldKeepAlive = false;
      const closed = Promise.all(
        servers.map((server) => new Promise((done) => server.close(done))),
      );
      const timer = setTimeout(() => {
        for (const server of servers) server.closeAllConnections();
      }, patience);
      await closed;
      clearTimeout(timer);
    },
  };
}
