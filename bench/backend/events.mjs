// node events.mjs PORT SECONDS SENDERS BATCH PRODUCTS   prints one line of JSON.
// Each sender is a visitor who sends one batch after the other and waits for its 202: then it lies on
// the disk.
import { Agent, request } from 'node:http';
import { quantiles } from './news.mjs';

const [port, seconds, senders, batch, products] = process.argv.slice(2);
const until = performance.now() + Number(seconds) * 1000;
const agent = new Agent({ keepAlive: true, maxSockets: 64 });
const waits = [];

function post(body) {
  return new Promise((done, fail) => {
    const sent = request({
      ...{ agent, port, host: '127.0.0.1', method: 'POST', path: '/v1/events' },
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
        Origin: 'https://alder.example',
      },
    });
    sent.on('error', fail);
    sent.on('response', (answer) => {
      let told = '';
      answer.setEncoding('utf8').on('data', (part) => (told += part));
      answer.on('end', () => {
        const all = answer.statusCode === 202 && JSON.parse(told).kept === Number(batch);
        if (all) done();
        else fail(new Error(told));
      });
    });
    sent.end(body);
  });
}

async function send() {
  const visitor = crypto.randomUUID();
  while (performance.now() < until) {
    const asked = performance.now();
    const events = Array.from({ length: Number(batch) }, () => ({
      type: 'product_viewed',
      id: crypto.randomUUID(),
      secondsAgo: 1,
      product: `p${Math.floor(Math.random() * Number(products))}`,
    }));
    await post(JSON.stringify({ visitor, consent: 'analytics', events }));
    waits.push(performance.now() - asked);
  }
}

const began = performance.now();
await Promise.all(Array.from({ length: Number(senders) }, send));
const took = (performance.now() - began) / 1000;
const perSecond = Math.round((waits.length * Number(batch)) / took);
console.log(JSON.stringify({ perSecond, sent: quantiles(waits) }));
process.exit();
