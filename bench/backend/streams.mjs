// node streams.mjs PORT,PORT STREAMS ROUNDS SECRET TOKEN…   prints one line of JSON.
// Opens live streams of one order's readers, spread over the processes, then tells news to one
// process after the other and waits each time until every stream has them. The first few warm the
// server up.
import { Agent, get } from 'node:http';
import { openLine, quantiles } from './line.mjs';
import { parcelOf, tellNews } from './news.mjs';

const [list, streams, rounds, secret, ...tokens] = process.argv.slice(2);
const ports = list.split(',');
const agent = new Agent({ maxSockets: Infinity });
const WARM_UP = 100;
const waits = [];
let round = -WARM_UP;
let [asked, missing, twice] = [0, 0, 0];
let all = () => {};
const heard = Array.from({ length: Number(streams) }, () => 0);

const open = (nth) =>
  new Promise((done, fail) => {
    const token = tokens[nth % tokens.length];
    const headers = { Authorization: `Bearer ${token}`, Origin: 'https://alder.example' };
    const port = ports[nth % ports.length];
    get({ agent, port, host: '127.0.0.1', path: '/v1/stream', headers }, (answer) => {
      if (answer.statusCode !== 200) fail(new Error(`No stream: ${answer.statusCode}`));
      answer.setEncoding('utf8').on('data', (text) => {
        done();
        for (const _ of text.matchAll(/^event: change$/gm)) hear(nth);
      });
    }).on('error', fail);
  });

function hear(nth) {
  heard[nth] += 1;
  if (heard[nth] > 1) twice += 1;
  else {
    if (round >= 0) waits.push(performance.now() - asked);
    missing -= 1;
    if (missing === 0) all();
  }
}

for (let nth = 0; nth < heard.length; nth += 1) await open(nth);
const lines = await Promise.all(ports.map(openLine));
let lost = 0;
for (; round < Number(rounds); round += 1) {
  heard.fill(0);
  missing = heard.length;
  const complete = new Promise((done) => (all = done));
  const late = new Promise((done) => setTimeout(done, 5_000).unref());
  asked = performance.now();
  const news = { secret, parcel: parcelOf(0), order: '#0', text: `news ${round}` };
  await tellNews(lines[(round + WARM_UP) % lines.length], news);
  // from the moment it was written down and said yes to
  await Promise.race([complete, late]);
  lost += missing;
}
console.log(JSON.stringify({ ...quantiles(waits), lost, twice }));
process.exit();
