export const median = (list) => {
  const sorted = list.filter((one) => Number.isFinite(one)).sort((a, b) => a - b);
  return sorted.length ? (sorted[(sorted.length - 1) >> 1] + sorted[sorted.length >> 1]) / 2 : null;
};
const kB = (bytes) => (bytes === null ? '–' : (bytes / 1024).toFixed(bytes < 102_400 ? 1 : 0));
const ms = (value) => (value === null ? '–' : String(Math.round(value)));

/** Medians of a page's runs; what a page costs is taken against the bare page of the same round. */
export function summarize(pages, results) {
  const bare = results[pages.find(({ baseline }) => baseline).name].runs;
  return pages.map(({ name, baseline }) => {
    const { runs, leak } = results[name];
    const plain = (read) => median(runs.map(read));
    const added = (key, against = key) =>
      median(
        runs.map(
          (run) =>
            run[key] - (baseline ? 0 : bare.find(({ round }) => round === run.round)?.[against]),
        ),
      );
    return {
      name,
      loadBr: plain((run) => run.load.br),
      requests: plain((run) => run.load.requests),
      openBr: plain((run) => run.opened?.br),
      launcher: plain((run) => run.launcher && run.launcher - run.fcp),
      script: added('script'),
      tbt: added('tbt'),
      cls: added('cls'),
      tap: plain((run) => run.tap),
      inp: plain((run) => run.inp),
      heap: added('heap'),
      heapOpen: baseline ? null : added('heapOpen', 'heap'),
      leak,
    };
  });
}

const heads = [
  'page',
  'load kB',
  'requests',
  'open kB',
  'launcher after FCP ms',
  '+script ms',
  '+blocking ms',
  '+shift',
  'tap to usable ms',
  'INP-like ms',
  '+heap kB',
  '+heap open kB',
  'bytes kept per open',
];

export const render = (summary) =>
  [
    heads,
    heads.map(() => '---'),
    ...summary.map((row) => [
      row.name,
      kB(row.loadBr),
      ms(row.requests),
      kB(row.openBr),
      ms(row.launcher),
      ms(row.script),
      ms(row.tbt),
      row.cls === null ? '–' : row.cls.toFixed(3),
      ms(row.tap),
      ms(row.inp),
      kB(row.heap),
      kB(row.heapOpen),
      row.leak ? (typeof row.leak === 'string' ? row.leak : ms(row.leak.bytes)) : '–',
    ]),
  ]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');

export const renderTour = (tour) =>
  [
    '| a tour of the panel: from tap or key to the next paint | ms |',
    '|---|---:|',
    ...tour.map(({ name, longest }) => `| ${name} | ${ms(longest)} |`),
  ].join('\n');
