// node writers.mjs PORT SECONDS WRITERS news ORDERS SECRET | wishes PRODUCTS TOKEN…
// Prints one line of JSON. Each writer writes one after the other and waits until it is written
// down: news of a parcel, or a wish of its own.
import { askOn, headersOf } from './line.mjs';
import { parcelOf, tellNews } from './news.mjs';

const [port, seconds, writers, kind, ...rest] = process.argv.slice(2);
const kinds = { news, wishes };
const write = kinds[kind](...rest);
let written = 0;

function news(orders, secret) {
  return (line, nth) => {
    const order = nth % Number(orders);
    const text = `news ${process.pid} ${nth}`;
    return tellNews(line, { secret, parcel: parcelOf(order), order: `#${order}`, text });
  };
}

function wishes(products, ...tokens) {
  return (line, nth, writer) =>
    line({
      method: 'PUT',
      path: `/v1/wishlists/main/items/p${nth % Number(products)}`,
      headers: headersOf(tokens[writer % tokens.length]),
      body: JSON.stringify({ quantity: 1 + (nth % 9) }),
    });
}

const told = await askOn({
  ports: [port],
  lines: Number(writers),
  seconds: Number(seconds),
  ask: (line, writer) => write(line, (written += 1), writer),
});
console.log(JSON.stringify(told));
process.exit();
