// What quality asks of the widget's page: ceilings, and how slow beside the bare lazy-Lit page of
// the same run, so that a slow machine fails nobody.
const KB = 1024;
/** Half as much again, or 20 ms where there is next to nothing. */
const besides = (bare) => Math.max(bare * 1.5, Math.max(0, bare) + 20);
const pairs = [
  ['front-desk', 'lazy Lit'],
  ['front-desk after 400 ms of hover', 'lazy Lit after 400 ms of hover'],
  ['front-desk warmed when idle', 'lazy Lit warmed when idle'],
];

/** One line a promise: what was seen, what is the most it may be, and whether it holds. */
export function gatesOf(summary, tour) {
  const row = (name) => summary.find((one) => one.name === name);
  const ours = row('front-desk');
  const gates = [];
  const gate = (what, seen, most, unit = 'ms') => {
    if (Number.isFinite(seen) && Number.isFinite(most)) gates.push({ what, seen, most, unit });
  };
  if (ours) {
    gate('requests of a page load', ours.requests, 1, '');
    gate('layout shift', ours.cls, 0, '');
    gate('heap at load', ours.heap / KB, 120, 'kB');
    gate('heap when open', ours.heapOpen / KB, 700, 'kB');
    gate('kept per open and close', ours.leak?.bytes / KB, 1.5, 'kB');
  }
  const bare = row('lazy Lit');
  if (ours && bare) {
    gate('launcher after first contentful paint', ours.launcher, besides(bare.launcher));
    gate('script time at load', ours.script, besides(bare.script));
    gate('blocking at load', ours.tbt, besides(bare.tbt));
  }
  for (const [name, beside] of pairs)
    if (row(name) && row(beside))
      gate(`tap to usable: ${name}`, row(name).tap, besides(row(beside).tap));
  if (tour.length)
    gate('interaction in the panel, worst step', Math.max(...tour.map((s) => s.longest)), 100);
  return gates.map((one) => ({ ...one, holds: one.seen <= one.most }));
}

const figure = (value, unit) => `${Number(value.toFixed(unit === 'kB' ? 1 : 0))} ${unit}`.trim();

export const renderGates = (gates) =>
  [
    '| promise | seen | never above | |',
    '|---|---:|---:|---|',
    ...gates.map(
      ({ what, seen, most, unit, holds }) =>
        `| ${what} | ${figure(seen, unit)} | ${figure(most, unit)} | ${holds ? 'holds' : 'does not hold'} |`,
    ),
  ].join('\n');
