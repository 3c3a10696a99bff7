// A process of its own: keep-alive connections that each ask, wait for the answer and ask again.
// node clients.mjs PORT[,PORT] SECONDS PATH TOKEN…   prints one line of JSON.
import { connect } from 'node:net';

const [ports, seconds, path, ...tokens] = process.argv.slice(2);
const portOf = (nth) => Number(ports.split(',')[nth % ports.split(',').length]);
const until = performance.now() + Number(seconds) * 1000;
const waits = [];
let failed = 0;

const client = (token, nth) =>
  new Promise((done, fail) => {
    const socket = connect(portOf(nth), '127.0.0.1');
    const request = [
      `GET ${path} HTTP/1.1`,
      'Host: 127.0.0.1',
      'Origin: https://alder.example',
      `Authorization: Bearer ${token}`,
      '\r\n',
    ].join('\r\n');
    let asked = 0;
    let text = '';
    const ask = () => {
      text = '';
      asked = performance.now();
      socket.write(request);
    };
    socket.setNoDelay(true);
    socket.on('connect', ask);
    socket.on('error', fail);
    socket.on('data', (part) => {
      text += part.toString('latin1');
      const head = text.indexOf('\r\n\r\n');
      if (head < 0) return;
      const length = /content-length: (\d+)/i.exec(text)?.[1];
      const whole = length ? text.length >= head + 4 + Number(length) : text.endsWith('0\r\n\r\n');
      if (!whole) return;
      if (!text.startsWith('HTTP/1.1 200')) {
        if (failed === 0) console.error(text.slice(0, 800));
        failed += 1;
      }
      waits.push(performance.now() - asked);
      if (performance.now() < until) ask();
      else socket.end(done);
    });
  });

const began = performance.now();
await Promise.all(tokens.map(client));
const took = (performance.now() - began) / 1000;
waits.sort((a, b) => a - b);
const at = (part) => Number(waits[Math.floor(waits.length * part)]?.toFixed(1));
const perSecond = Math.round(waits.length / took);
console.log(
  JSON.stringify({ asked: waits.length, perSecond, p50: at(0.5), p99: at(0.99), failed }),
);
