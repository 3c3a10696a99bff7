// A process of its own: keep-alive connections that each ask, wait for the answer and ask again.
// node clients.mjs PORT[,PORT] SECONDS PATH TOKEN…   prints one line of JSON.
import { askOn, headersOf } from './line.mjs';

const [ports, seconds, path, ...tokens] = process.argv.slice(2);
const headers = tokens.map(headersOf);
const told = await askOn({
  ports: ports.split(','),
  lines: tokens.length,
  seconds: Number(seconds),
  ask: (line, nth) => line({ path, headers: headers[nth] }),
});
console.log(JSON.stringify(told));
process.exit();
