// node events.mjs PORT SECONDS SENDERS BATCH PRODUCTS [RATE]   prints one line of JSON.
// Each sender is a visitor who sends one batch after the other and waits for its 202: then it lies on
// the disk. With a rate all of them together send so many batches a second.
import { ORIGIN, askOn } from './line.mjs';

const [port, seconds, senders, batch, products, rate = Infinity] = process.argv.slice(2);
const visitors = Array.from({ length: Number(senders) }, () => crypto.randomUUID());

async function send(line, nth) {
  const events = Array.from({ length: Number(batch) }, () => ({
    type: 'product_viewed',
    id: crypto.randomUUID(),
    secondsAgo: 1,
    product: `p${Math.floor(Math.random() * Number(products))}`,
  }));
  const body = JSON.stringify({ visitor: visitors[nth], consent: 'analytics', events });
  const { text } = await line({ method: 'POST', path: '/v1/events', headers: ORIGIN, body });
  if (JSON.parse(text).kept !== Number(batch)) throw new Error(text);
}

const told = await askOn({
  ports: [port],
  lines: visitors.length,
  seconds: Number(seconds),
  ask: send,
  rate: Number(rate),
});
console.log(JSON.stringify({ ...told, perSecond: told.perSecond * Number(batch) }));
process.exit();
