// node writers.mjs PORT SECONDS WRITERS news ORDERS SECRET | wishes PRODUCTS TOKEN…
// Prints one line of JSON. Each writer writes one after the other and waits until it is written
// down: news of a parcel, or a wish of its own.
import { Agent, request } from 'node:http';
import { parcelOf, tellNews } from './news.mjs';

const [port, seconds, writers, kind, ...rest] = process.argv.slice(2);
const until = performance.now() + Number(seconds) * 1000;
const kinds = { news, wishes };
const write = kinds[kind](...rest);
let written = 0;

function news(orders, secret) {
  return (nth) => {
    const order = nth % Number(orders);
    const text = `news ${process.pid} ${nth}`;
    return tellNews({ port, secret, parcel: parcelOf(order), order: `#${order}`, text });
  };
}

function wishes(products, ...tokens) {
  const keepAlive = new Agent({ keepAlive: true, maxSockets: Number(writers) });
  return (nth, writer) =>
    new Promise((done, fail) => {
      const text = JSON.stringify({ quantity: 1 + (nth % 9) });
      const sent = request({
        ...{ agent: keepAlive, port, host: '127.0.0.1', method: 'PUT' },
        path: `/v1/wishlists/main/items/p${nth % Number(products)}`,
        headers: {
          Authorization: `Bearer ${tokens[writer % tokens.length]}`,
          Origin: 'https://alder.example',
          'Content-Type': 'application/json',
          'Content-Length': Buffer.byteLength(text),
        },
      });
      sent.on('error', fail);
      sent.on('response', (answer) =>
        answer
          .resume()
          .on('end', () =>
            answer.statusCode === 200 ? done() : fail(new Error(`${answer.statusCode}`)),
          ),
      );
      sent.end(text);
    });
}

async function writeOn(writer) {
  while (performance.now() < until) await write((written += 1), writer);
}

const began = performance.now();
await Promise.all(Array.from({ length: Number(writers) }, (_, writer) => writeOn(writer)));
const took = (performance.now() - began) / 1000;
console.log(JSON.stringify({ perSecond: Math.round(written / took) }));
process.exit();
