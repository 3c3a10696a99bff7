// node reader.mjs PORT SECONDS   prints one line of JSON: how long a trivial route took to answer, ms.
// A process of its own: in one with the senders its answers would wait for them, not for the server.
// It asks at a steady pace, answered or not: a server that stands still is asked as often as one that
// answers at once.
import { setTimeout } from 'node:timers/promises';
import { openLine, quantiles } from './line.mjs';

const EVERY = 5;
const [port, seconds] = process.argv.slice(2);
/** Lines that nothing is asked on just now. */
const idle = [];
const began = performance.now();
const waits = [];

for (let due = 0; due < Number(seconds) * 1000; due += EVERY) {
  const rest = began + due - performance.now();
  if (rest > 0) await setTimeout(rest);
  waits.push(ask());
}
console.log(JSON.stringify(quantiles(await Promise.all(waits))));
process.exit();

async function ask() {
  const line = idle.pop() ?? (await openLine(port));
  const asked = performance.now();
  await line({ path: '/v1/desk' });
  const waited = performance.now() - asked;
  idle.push(line);
  return waited;
}
