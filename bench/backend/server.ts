// A process of its own: `server.ts bare`, `server.ts plain PATH`, or `server.ts PATH-OR-ADDRESS`.
// Prints its port; ends when its parent goes.
import { Hono } from 'hono';
import { createBackend } from '../../src/backend/app.ts';
import { createCookieTransport } from '../../src/backend/services/cookie-transport.ts';
import { createLocalBus } from '../../src/backend/services/local-bus.ts';
import type { Log } from '../../src/backend/ports.ts';
import { nodeHmac } from '../../src/server/drivers/hmac.ts';
import { openPostgresBus } from '../../src/server/drivers/postgres-bus.ts';
import { listen } from '../../src/server/http/listen.ts';
import { openDatabase } from '../../src/server/open-database.ts';
import { shopsOf } from '../../test/builders/backend.ts';
import { plainList } from './plain.ts';
import { PEPPER, shop } from './shop.ts';

const [wanted = 'bare', file = ''] = process.argv.slice(2);
const log: Log = { info: () => {}, error: (event, error) => console.error(event, error) };
const listener = await listen({ port: 0, host: 'loopback', answer: await answers() });
console.log(listener.port);
process.stdin.on('end', () => process.exit()).resume();

async function answers(): Promise<(request: Request) => Response | Promise<Response>> {
  if (wanted === 'bare') {
    const app = new Hono();
    app.get('*', (context) => context.json({ items: [] }));
    return app.fetch;
  }
  if (wanted === 'plain') return plainList(file).fetch;
  const { storage, postgres, pepper } = await openDatabase(wanted, PEPPER);
  const backend = createBackend({
    ...{ storage, pepper, log },
    shops: shopsOf([shop]),
    bus: postgres ? await openPostgresBus(postgres, log) : createLocalBus(),
    transport: createCookieTransport(),
    hmac: nodeHmac,
    clock: () => new Date(),
    clientAddress: () => '127.0.0.1',
    // counted as always, and never reached by the clients of one machine
    requestLimits: { perAddress: 1e9, perSession: 1e9 },
    eventLimits: { perVisitor: 1e9, perAddress: 1e9 },
  });
  return backend.fetch;
}
