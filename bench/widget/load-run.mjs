import { collect, openTab, press, waitForLauncher } from './tab.mjs';

const sum = (list, key) => list.reduce((total, one) => total + one[key], 0);

/** Bytes of script, style and frames, and the number of requests; the shop's own do not count. */
function account(ledger) {
  const own = ledger.filter(({ type }) => type !== 'host');
  const code = own.filter(({ type }) => type === 'js' || type === 'css' || type === 'html');
  return {
    requests: own.length,
    raw: sum(code, 'raw'),
    gz: sum(code, 'gz'),
    br: sum(code, 'br'),
    misses: own.filter(({ type }) => type === 'miss').map(({ path }) => path),
  };
}

const blocking = (tasks, from = 0) =>
  tasks.filter(([at]) => at >= from).reduce((total, [, long]) => total + Math.max(0, long - 50), 0);

/** Loads the page cold and throttled, taps the launcher once, waits until the panel is usable. */
export async function loadRun(browser, server, page, throttle) {
  server.take();
  const { context, tab, cdp, quiet, metrics, collectGarbage, errors, outside } = await openTab(
    browser,
    page,
    throttle,
  );
  try {
    await tab.goto(`${server.origins[page.name]}/`, { waitUntil: 'load', timeout: 60_000 });
    if (page.launcher) await waitForLauncher(tab);
    await quiet(1000);
    const spent = await metrics();
    const seen = await collect(tab);
    const loaded = server.take();
    const heap = await collectGarbage();
    const result = {
      load: account(loaded),
      fcp: seen.fcp,
      lcp: seen.lcp,
      launcher: seen.launcherAt,
      script: spent.ScriptDuration * 1000,
      tbt: blocking(seen.longtasks),
      cls: seen.cls,
      heap: heap.JSHeapUsedSize,
      nodes: heap.Nodes,
      errors,
      outside,
    };
    if (!page.launcher) return result;
    const usable = tab.evaluate(
      ([name, how]) => __probe.watch(name, how),
      [page.panel, { hit: true, timeout: 20_000 }],
    );
    await press(tab, cdp, page.launcher, { hoverMs: page.hoverMs });
    const usableAt = await usable;
    await quiet(600, 15_000);
    const after = await collect(tab);
    const opened = await collectGarbage();
    return {
      ...result,
      tap: usableAt === null ? null : usableAt - after.pointerAt,
      inp: Math.max(
        0,
        ...after.events.filter(([, at]) => at >= after.pointerAt - 5).map(([, , long]) => long),
      ),
      opened: account([...loaded, ...server.take()]),
      heapOpen: opened.JSHeapUsedSize,
      nodesOpen: opened.Nodes,
    };
  } finally {
    await context.close();
  }
}
