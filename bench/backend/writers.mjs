// node writers.mjs PORT SECONDS WRITERS ORDERS SECRET   prints one line of JSON.
// Each writer tells news of one parcel after the other and waits until they are written down;
// beside them one reader asks a trivial route, again and again.
import { Agent } from 'node:http';
import { parcelOf, quantiles, readUntil, tellNews } from './news.mjs';

const [port, seconds, writers, orders, secret] = process.argv.slice(2);
const until = performance.now() + Number(seconds) * 1000;
const agent = new Agent({ keepAlive: true });
let written = 0;

async function write() {
  while (performance.now() < until) {
    const nth = (written += 1);
    const order = nth % Number(orders);
    const text = `news ${process.pid} ${nth}`;
    await tellNews({ port, secret, parcel: parcelOf(order), order: `#${order}`, text });
  }
}

const began = performance.now();
const [reads] = await Promise.all([
  readUntil(until, { agent, port }),
  ...Array.from({ length: Number(writers) }, write),
]);
const took = (performance.now() - began) / 1000;
console.log(JSON.stringify({ perSecond: Math.round(written / took), ...quantiles(reads) }));
process.exit();
