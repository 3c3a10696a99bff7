// node writers.mjs PORT SECONDS WRITERS ORDERS SECRET   prints one line of JSON.
// Each writer tells news of one parcel after the other and waits until they are written down;
// beside them one reader asks a trivial route, again and again.
import { Agent, get } from 'node:http';
import { parcelOf, quantiles, tellNews } from './news.mjs';

const [port, seconds, writers, orders, secret] = process.argv.slice(2);
const until = performance.now() + Number(seconds) * 1000;
const agent = new Agent({ keepAlive: true });
const reads = [];
let written = 0;

async function write() {
  while (performance.now() < until) {
    const nth = (written += 1);
    const order = nth % Number(orders);
    const text = `news ${process.pid} ${nth}`;
    await tellNews({ port, secret, parcel: parcelOf(order), order: `#${order}`, text });
  }
}

async function read() {
  while (performance.now() < until) {
    const asked = performance.now();
    await new Promise((done, fail) =>
      get({ agent, port, host: '127.0.0.1', path: '/v1/desk' }, (answer) =>
        answer.resume().on('end', done),
      ).on('error', fail),
    );
    reads.push(performance.now() - asked);
  }
}

const began = performance.now();
await Promise.all([read(), ...Array.from({ length: Number(writers) }, write)]);
const took = (performance.now() - began) / 1000;
console.log(JSON.stringify({ perSecond: Math.round(written / took), ...quantiles(reads) }));
process.exit();
