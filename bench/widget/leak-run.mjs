import { openTab, press, waitForLauncher } from './tab.mjs';

/** The first cycles fill caches; the slope is taken after them. */
const WARM_UP = 5;
const SAMPLES = 5;

/** Opens and closes the panel at full speed; heap after forced collection, as bytes a cycle. */
export async function leakRun(browser, server, page, cycles) {
  const { context, tab, cdp, quiet, collectGarbage } = await openTab(browser, page);
  try {
    await tab.goto(`${server.origins[page.name]}/`, { waitUntil: 'load' });
    await waitForLauncher(tab);
    await quiet(500);
    const series = [];
    for (let cycle = -WARM_UP; cycle <= cycles; cycle++) {
      if (cycle >= 0 && cycle % Math.max(1, Math.round(cycles / SAMPLES)) === 0)
        series.push([cycle, ...(await weigh(tab, collectGarbage))]);
      if (cycle === cycles) break;
      await toggle(tab, cdp, page.launcher, page.panel, false);
      await toggle(tab, cdp, page.close ?? page.launcher, page.panel, true);
    }
    const [bytes, nodes, listeners] = [1, 2, 3].map((column) => slope(series, column));
    return { bytes, nodes, listeners };
  } finally {
    await context.close();
  }
}

async function toggle(tab, cdp, control, panel, gone) {
  await press(tab, cdp, control, { settle: true });
  const done = await tab.evaluate(
    ([name, how]) => __probe.watch(name, how),
    [panel, { hit: true, gone, timeout: 4000 }],
  );
  if (done === null) throw new Error(`the panel did not ${gone ? 'close' : 'open'}`);
}

/** The probe's own notes must not look like a leak of the widget. */
async function weigh(tab, collectGarbage) {
  await tab.evaluate(() => {
    for (const name of ['events', 'shifts', 'longtasks']) __probe[name].length = 0;
    performance.clearResourceTimings();
  });
  const { JSHeapUsedSize, Nodes, JSEventListeners } = await collectGarbage();
  return [JSHeapUsedSize, Nodes, JSEventListeners];
}

/** Least squares, per cycle. */
function slope(series, column) {
  const mean = (index) => series.reduce((total, row) => total + row[index], 0) / series.length;
  const [x, y] = [mean(0), mean(column)];
  return (
    series.reduce((total, row) => total + (row[0] - x) * (row[column] - y), 0) /
    series.reduce((total, row) => total + (row[0] - x) ** 2, 0)
  );
}
