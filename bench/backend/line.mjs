// A keep-alive connection to the server: it asks, waits for the whole answer, and may ask again.
// Node's own client would take as much of the machine as the server that is measured.
import { connect } from 'node:net';
import { setTimeout } from 'node:timers/promises';

/** Resolves with `ask`, once the connection stands. */
export async function openLine(port) {
  const socket = connect(Number(port), '127.0.0.1').setNoDelay(true);
  let heard = '';
  let waiting;
  socket.on('error', (error) => waiting?.fail(error));
  socket.on('close', () => waiting?.fail(new Error('The server hung up')));
  socket.setEncoding('latin1').on('data', (part) => {
    heard += part;
    const head = heard.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = /content-length: (\d+)/i.exec(heard)?.[1];
    const isWhole = length
      ? heard.length >= head + 4 + Number(length)
      : heard.endsWith('\r\n0\r\n\r\n');
    if (!isWhole) return;
    const answer = { status: Number(heard.slice(9, 12)), text: heard.slice(head + 4) };
    const { done } = waiting;
    [heard, waiting] = ['', undefined];
    done(answer);
  });
  await new Promise((done, fail) => {
    waiting = { fail };
    socket.on('connect', done);
  });

  /** `body` is text. Fails with what was said where it is no success. */
  return async ({ method = 'GET', path, headers = {}, body }) => {
    const lines = [
      `${method} ${path} HTTP/1.1`,
      'Host: 127.0.0.1',
      // as a proxy of the shop's hands on whom it asks for
      'X-Forwarded-For: 203.0.113.7',
    ];
    for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
    if (body !== undefined)
      lines.push('Content-Type: application/json', `Content-Length: ${Buffer.byteLength(body)}`);
    const answered = new Promise((done, fail) => (waiting = { done, fail }));
    socket.write(`${lines.join('\r\n')}\r\n\r\n${body ?? ''}`);
    const { status, text } = await answered;
    if (status >= 400) throw new Error(`${status}: ${text}`);
    return { status, text };
  };
}

export const ORIGIN = { Origin: 'https://alder.example' };
export const headersOf = (token) => ({ ...ORIGIN, Authorization: `Bearer ${token}` });

/**
 * On each line one asks after the other until the time is over; with a `rate` so many a second are asked
 * on all lines together, as long as the server keeps up. Tells how long each waited, in ms.
 */
export async function askOn({ ports, lines, seconds, ask, rate = Infinity }) {
  const every = (lines * 1000) / rate;
  const waits = [];
  const opened = await Promise.all(
    Array.from({ length: lines }, (_, nth) => openLine(ports[nth % ports.length])),
  );
  const began = performance.now();
  const until = began + seconds * 1000;
  await Promise.all(
    opened.map(async (line, nth) => {
      for (let due = began + nth * (every / lines); due < until; due += every) {
        const rest = due - performance.now();
        if (rest > 0) await setTimeout(rest);
        if (performance.now() > until) return;
        const asked = performance.now();
        await ask(line, nth);
        waits.push(performance.now() - asked);
      }
    }),
  );
  const took = (performance.now() - began) / 1000;
  return { perSecond: Math.round(waits.length / took), ...quantiles(waits) };
}

export function quantiles(waits) {
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (part) => Number((sorted[Math.floor(sorted.length * part)] ?? NaN).toFixed(1));
  return { p50: at(0.5), p99: at(0.99) };
}
