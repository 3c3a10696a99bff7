import { readFile } from 'node:fs/promises';

const probe = await readFile(new URL('probe.js', import.meta.url), 'utf8');
const source = probe
  .trim()
  .replace(/;$/, '')
  .replace(/^\/\*[\s\S]*?\*\/\s*/, '');
const moment = (ms) => new Promise((done) => setTimeout(done, ms));

/**
 * A fresh browser context (cold HTTP and code caches) with the probe in it.
 * `throttle` is { cpu: times slower, kbps, rtt: ms } or undefined for full speed.
 */
export async function openTab(browser, page, throttle) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const tab = await context.newPage();
  const cdp = await context.newCDPSession(tab);
  await cdp.send('Performance.enable', { timeDomain: 'timeTicks' });
  const outside = [];
  await context.route(
    (url) => url.hostname !== 'localhost' && !/^(data|blob):$/.test(url.protocol),
    (route) => {
      outside.push(route.request().url());
      return route.abort();
    },
  );
  if (throttle) await slowDown(cdp, throttle);
  await tab.addInitScript(`(${source})(${JSON.stringify({ launcher: page.launcher })})`);

  let running = 0;
  let lastActive = Date.now();
  const step = (by) => () => {
    running += by;
    lastActive = Date.now();
  };
  tab.on('request', step(1));
  tab.on('requestfinished', step(-1));
  tab.on('requestfailed', step(-1));
  const errors = [];
  tab.on('pageerror', (error) => errors.push(String(error.message).slice(0, 160)));

  /** No request under way and no long task for `ms`. */
  async function quiet(ms, cap = 30_000) {
    const stop = Date.now() + cap;
    while (Date.now() < stop) {
      if (running <= 0 && Date.now() - lastActive >= ms && !(await busyWithin(tab, ms))) return;
      await moment(60);
    }
  }
  const metrics = async () =>
    Object.fromEntries(
      (await cdp.send('Performance.getMetrics')).metrics.map((m) => [m.name, m.value]),
    );
  const collectGarbage = async () => {
    await cdp.send('HeapProfiler.collectGarbage');
    await cdp.send('HeapProfiler.collectGarbage');
    return metrics();
  };
  return { context, tab, cdp, quiet, metrics, collectGarbage, errors, outside };
}

async function slowDown(cdp, { cpu, kbps, rtt }) {
  await cdp.send('Network.enable');
  await cdp.send('Network.emulateNetworkConditions', {
    offline: false,
    latency: rtt,
    downloadThroughput: (kbps * 1000) / 8,
    uploadThroughput: (750 * 1000) / 8,
  });
  await cdp.send('Emulation.setCPUThrottlingRate', { rate: cpu });
}

const busyWithin = (tab, ms) =>
  tab.evaluate(
    (span) => __probe.longtasks.some(([at, long]) => at + long > performance.now() - span),
    ms,
  );

/** Everything the probes of all frames noted, on the top frame's clock. */
export const collect = (tab) =>
  tab.evaluate(() => {
    const frames = [];
    const walk = (frame) => {
      if (frame.__probe) frames.push(frame);
      for (let i = 0; i < frame.frames.length; i++) walk(frame.frames[i]);
    };
    walk(window);
    const { longtasks, shifts, paints, lcp, launcherAt, pointerAt } = window.__probe;
    return {
      longtasks,
      cls: shifts.reduce((sum, one) => sum + one, 0),
      fcp: paints['first-contentful-paint'] ?? null,
      lcp,
      launcherAt: launcherAt ?? null,
      pointerAt,
      events: frames.flatMap((frame) =>
        frame.__probe.events.map(([name, at, long]) => [
          name,
          at + frame.performance.timeOrigin - performance.timeOrigin,
          long,
        ]),
      ),
    };
  });

/** One tap in the middle of the element; `settle` waits until it stands still first. */
export async function press(tab, cdp, selector, { hoverMs = 0, settle = false } = {}) {
  const box = await tab.evaluate(
    ([name, wait]) => (wait ? __probe.settle(name) : __probe.rect(name)),
    [selector, settle],
  );
  if (!box) throw new Error(`cannot see ${selector}`);
  const at = { x: box.x + box.w / 2, y: box.y + box.h / 2 };
  if (hoverMs) {
    await send(cdp, 'mouseMoved', at);
    await moment(hoverMs);
  }
  await pressAt(cdp, at);
}

const send = (cdp, type, at, extra = {}) =>
  cdp.send('Input.dispatchMouseEvent', { type, ...at, pointerType: 'mouse', ...extra });

/** Down and up at once, as a finger is quicker than a message to a busy page. */
const pressAt = (cdp, at) =>
  Promise.all([
    send(cdp, 'mousePressed', at, { button: 'left', buttons: 1, clickCount: 1 }),
    send(cdp, 'mouseReleased', at, { button: 'left', buttons: 0, clickCount: 1 }),
  ]);

/**
 * One tap once the element can take it. Playwright's own click listens in the page while it is done,
 * and what its listeners cost would count as the panel's.
 */
export async function tap(cdp, locator) {
  await locator.click({ trial: true });
  const { x, y, width, height } = await locator.boundingBox();
  await pressAt(cdp, { x: x + width / 2, y: y + height / 2 });
}

/** By a plain evaluation: Playwright's own waiting would put its scripts into the heap we weigh. */
export const waitForLauncher = (tab) =>
  tab.evaluate(
    () =>
      new Promise((seen) => {
        const look = () => (__probe.launcherAt ? seen() : requestAnimationFrame(look));
        look();
      }),
  );
