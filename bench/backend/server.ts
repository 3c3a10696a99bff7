// What the desk is measured beside, as a process of its own: `server.ts bare`, or `server.ts plain PATH`.
// Says that it is ready as `front-desk-server serve` does.
import { Hono } from 'hono';
import { listen } from '../../src/server/http/listen.ts';
import { plainList } from './plain.ts';

const [wanted, file = ''] = process.argv.slice(2);
const { fetch } =
  wanted === 'plain'
    ? plainList(file)
    : new Hono().get('*', (context) => context.json({ items: [] }));
const { port } = await listen({
  port: 0,
  host: 'loopback',
  answer: (request) => fetch(request),
});
console.log(`ready http://localhost:${port}/`);
