#!/usr/bin/env node
/**
 * Measures the built demo page beside the same page bare, a bare lazy Lit page and four peers from
 * npm, interleaved in one browser: CPU 4x slower, 1.6 Mbit/s, 150 ms round trip, cold cache.
 *
 *   npm run bench:widget -- [--runs 7] [--cycles 100] [--only NAME,NAME] [--json FILE] [--write]
 *
 * --write keeps what it prints in docs/figures.md.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { playwrightLaunch } from '../../scripts/browsers.mjs';
import { replaceBetween } from '../../scripts/markers.mjs';
import { startBackend } from './backend.mjs';
import { leakRun } from './leak-run.mjs';
import { gatesOf, renderGates } from './gates.mjs';
import { loadRun } from './load-run.mjs';
import { makePages } from './pages.mjs';
import { startServer } from './server.mjs';
import { render, renderTour, summarize } from './table.mjs';
import { tourRun } from './tour-run.mjs';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '7' },
    cycles: { type: 'string', default: '100' },
    only: { type: 'string' },
    json: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});
const throttle = { cpu: 4, kbps: 1600, rtt: 150 };
const [runs, cycles] = [Number(values.runs), Number(values.cycles)];

const made = await makePages();
const wanted = values.only?.split(',');
const pages = made.pages.filter(
  ({ name, baseline }) => baseline || !wanted || wanted.includes(name),
);
const backend = await startBackend();
const server = await startServer({ pages, host: made.host, backend: backend.origin });
const launch = playwrightLaunch();
const browser = await chromium.launch({
  ...launch,
  args: [...launch.args, '--enable-precise-memory-info'],
});
const results = Object.fromEntries(pages.map(({ name }) => [name, { runs: [] }]));
let tour = [];
try {
  // round -1 warms the browser and is thrown away; the order rotates, so that no page always
  // follows the same neighbour
  for (let round = -1; round < runs; round++)
    for (const index of pages.keys()) {
      const page = pages[(index + Math.max(0, round)) % pages.length];
      const run = await loadRun(browser, server, page, throttle);
      if (round < 0) complain(page, run);
      else results[page.name].runs.push({ round, ...run });
      console.error(`round ${round} ${page.name}: tap ${Math.round(run.tap ?? 0)} ms`);
    }
  for (const page of pages.filter(({ panel, leak }) => cycles && panel && leak !== false))
    results[page.name].leak = await leakRun(browser, server, page, cycles);
  const ours = pages.find(({ name }) => name === 'front-desk');
  if (ours) tour = await tourRun(browser, server, ours, backend.origin, throttle);
} finally {
  await browser.close();
  server.close();
  await backend.stop();
}

function complain({ name }, { errors, load, outside, opened }) {
  const misses = [...new Set([...load.misses, ...(opened?.misses ?? [])])];
  if (errors.length + misses.length + outside.length)
    console.error(`${name}:`, JSON.stringify({ errors, misses, outside }));
}

const summary = summarize(pages, results);
const gates = gatesOf(summary, tour);
if (values.json) await writeFile(values.json, JSON.stringify({ summary, tour, gates }, null, 2));
const { cpu, kbps, rtt } = throttle;
const told = [
  `Made by \`npm run bench:widget\`: CPU ${cpu}x slower, ${kbps} kbit/s, ${rtt} ms round trip, cold cache, brotli; medians of ${runs} interleaved runs; + is against the bare page of the same round; kB = 1024 B.`,
  render(summary),
  renderTour(tour),
  renderGates(gates),
].join('\n\n');
console.log(told);
if (values.write) {
  const file = 'docs/figures.md';
  const text = await readFile(file, 'utf8');
  await writeFile(file, replaceBetween(text, 'speed', told, '## Speed of the widget'));
}
process.exitCode = gates.every(({ holds }) => holds) ? 0 : 1;
