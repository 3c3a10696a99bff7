// Signed news of a carrier, as both the writers and the streams send them.
import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Resolves with the receipt once the news are written. */
export function tellNews({ port, secret, parcel, order, text }) {
  const at = Math.floor(Date.now() / 1000);
  const event = { at: new Date().toISOString(), status: 'in_transit', text };
  const body = JSON.stringify({ number: parcel, order, events: [event] });
  const signature = createHmac('sha256', secret).update(`${at}.${body}`).digest('hex');
  return new Promise((done, fail) => {
    const sent = request({
      ...{ agent, port, host: '127.0.0.1', method: 'POST', path: '/v1/webhooks/tracking' },
      headers: {
        'Content-Type': 'application/json',
        'Content-Length': Buffer.byteLength(body),
        'X-Front-Desk-Signature': `t=${at},v1=${signature}`,
      },
    });
    sent.on('error', fail);
    sent.on('response', (answer) => {
      let told = '';
      answer.setEncoding('utf8').on('data', (part) => (told += part));
      answer.on('end', () =>
        answer.statusCode === 200 ? done(JSON.parse(told)) : fail(new Error(told)),
      );
    });
    sent.end(body);
  });
}

export const parcelOf = (nth) => `3SALDR${String(nth).padStart(9, '0')}`;

export function quantiles(waits) {
  const sorted = waits.toSorted((a, b) => a - b);
  const at = (part) => Number((sorted[Math.floor(sorted.length * part)] ?? NaN).toFixed(1));
  return { p50: at(0.5), p99: at(0.99) };
}
