// node talk.mjs PORT,PORT STREAMS ROUNDS TOKEN…   prints one line of JSON.
// Opens live streams of customers, spread over the processes. Then one customer after the other
// writes a message, to one process after the other, and it is waited until each stream of theirs, and
// no other, has heard of it: from the moment it is sent, so that to write it down counts; and from the
// moment its writer is told that it is written down, which is what telling it takes alone. The first
// few warm the server up.
import { Agent, get } from 'node:http';
import { headersOf, openLine, quantiles } from './line.mjs';

const [list, streams, rounds, ...tokens] = process.argv.slice(2);
const ports = list.split(',');
const WARM_UP = 100;
const agent = new Agent({ keepAlive: true, maxSockets: Infinity });
const waits = [];
const kept = [];
const told = [];
/** When each page of a round has heard. */
let arrivals = [];
/** Whose stream each is, and how often it has heard. */
const heard = Array.from({ length: Number(streams) }, () => 0);
let [asked, writer, missing, twice, others] = [0, 0, 0, 0, 0];
let all = () => {};

const open = (nth) =>
  new Promise((done, fail) => {
    const at = { agent, port: ports[nth % ports.length], host: '127.0.0.1', path: '/v1/stream' };
    const headers = headersOf(tokens[nth % tokens.length]);
    get({ ...at, headers }, (answer) => {
      if (answer.statusCode !== 200) fail(new Error(`No stream: ${answer.statusCode}`));
      answer.setEncoding('utf8').on('data', (text) => {
        done();
        for (const _ of text.matchAll(/^data: .*"conversation"/gm)) hear(nth);
      });
    }).on('error', fail);
  });

function hear(nth) {
  heard[nth] += 1;
  if (nth % tokens.length !== writer) {
    others += 1;
    return;
  }
  if (heard[nth] > 1) {
    twice += 1;
    return;
  }
  arrivals.push(performance.now());
  missing -= 1;
  if (missing === 0) all();
}

async function post(line, path, token, body) {
  const headers = { ...headersOf(token), 'Idempotency-Key': crypto.randomUUID() };
  const { text } = await line({ method: 'POST', path, headers, body: JSON.stringify(body) });
  return JSON.parse(text);
}

const lines = await Promise.all(ports.map(openLine));
const conversations = [];
for (const token of tokens)
  conversations.push((await post(lines[0], '/v1/conversations', token, {})).id);
for (let nth = 0; nth < heard.length; nth += 1) await open(nth);
let lost = 0;
for (let round = -WARM_UP; round < Number(rounds); round += 1) {
  writer = (round + WARM_UP) % tokens.length;
  heard.fill(0);
  arrivals = [];
  missing = heard.filter((_, nth) => nth % tokens.length === writer).length;
  const complete = new Promise((done) => (all = done));
  const late = new Promise((done) => setTimeout(done, 5_000).unref());
  const message = { client: crypto.randomUUID(), text: `Round ${round}` };
  asked = performance.now();
  const path = `/v1/conversations/${conversations[writer]}/messages`;
  await post(lines[(round + WARM_UP) % lines.length], path, tokens[writer], message);
  const written = performance.now();
  await Promise.race([complete, late]);
  lost += missing;
  if (round < 0) continue;
  kept.push(written - asked);
  waits.push(...arrivals.map((at) => at - asked));
  // some hear of it before its writer does
  told.push(...arrivals.map((at) => Math.max(0, at - written)));
}
console.log(
  JSON.stringify({
    ...quantiles(waits),
    kept: quantiles(kept),
    told: quantiles(told),
    lost,
    twice,
    others,
  }),
);
process.exit();
