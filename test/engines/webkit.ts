import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findWebKit } from '../../scripts/browsers.mjs';
import type { Engine, Key } from './engine.ts';

/** As the WebDriver protocol writes them: https://www.w3.org/TR/webdriver2/#keyboard-actions */
const KEYS: Record<Key, string> = {
  ArrowDown: '\uE015',
  ArrowLeft: '\uE012',
  ArrowRight: '\uE014',
  ArrowUp: '\uE013',
  Backspace: '\uE003',
  Enter: '\uE007',
  Escape: '\uE00C',
  Home: '\uE011',
  Space: ' ',
  Tab: '\uE004',
};

/** WebKitGTK's small browser, driven over WebDriver: as near to Safari as a Linux machine comes. */
export async function openWebKit(): Promise<Engine> {
  const home = mkdtempSync(join(tmpdir(), 'front-desk-webkit-'));
  stillness(home);
  const display = `:${100 + (process.pid % 800)}`;
  const port = 20_000 + (process.pid % 10_000);
  const started: ChildProcess[] = [];
  const start = (program: string, args: string[], env: NodeJS.ProcessEnv = {}) => {
    const child = spawn(program, args, { stdio: 'ignore', env: { ...process.env, ...env } });
    started.push(child);
  };
  start('Xvfb', [display, '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']);
  await until('it has a screen', () => existsSync(`/tmp/.X11-unix/X${display.slice(1)}`));
  start('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    ...{ DISPLAY: display, HOME: home, XDG_RUNTIME_DIR: home, NO_AT_BRIDGE: '1', GTK_A11Y: 'none' },
    ...{ LIBGL_ALWAYS_SOFTWARE: '1', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' },
  });
  const ask = async (method: string, path: string, body?: object): Promise<unknown> => {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
    });
    const { value } = (await answer.json()) as { value: { error?: string; message?: string } };
    if (!answer.ok) throw new Error(`${path}: ${value.error} ${value.message}`);
    return value;
  };
  await until('it answers', () =>
    ask('GET', '/status').then(
      () => true,
      () => false,
    ),
  );
  const { sessionId } = (await ask('POST', '/session', {
    capabilities: {
      alwaysMatch: {
        acceptInsecureCerts: true,
        timeouts: { script: 60_000, pageLoad: 60_000 },
        'webkitgtk:browserOptions': { binary: findWebKit(), args: ['--automation'] },
      },
    },
  })) as { sessionId: string };
  const session = `/session/${sessionId}`;
  const run: Engine['run'] = async <T>(act: (given: string) => T | Promise<T>, given = '') => {
    const script = `const [given, done] = arguments;
      Promise.resolve(given).then(${act}).then(done, (error) => done({ failed: String(error) }));`;
    return (await ask('POST', `${session}/execute/async`, { script, args: [given] })) as T;
  };
  const type = async (text: string) => {
    const actions = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await ask('POST', `${session}/actions`, { actions: [{ type: 'key', id: 'keys', actions }] });
  };
  return {
    go: async (url) => void (await ask('POST', `${session}/url`, { url })),
    run,
    async resize({ width, height }) {
      // the window has its bars around the page
      const [across, down] = await run(() => [outerWidth - innerWidth, outerHeight - innerHeight]);
      const size = { width: width + (across ?? 0), height: height + (down ?? 0) };
      await ask('POST', `${session}/window/rect`, size);
      // it may answer before the page has heard of it, or before what the page wears has
      const most = Math.max(width, NARROWEST);
      const query = `(height: ${height}px) and (${width}px <= width <= ${most}px)`;
      await until('it is that large', () => run(isDrawnAs, query));
    },
    type,
    press: (key) => type(KEYS[key]),
    async close() {
      await ask('DELETE', session);
      for (const child of started.reverse()) child.kill();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

/** Its window is no narrower than its bar: 447 px, by Debian's theme. */
const NARROWEST = 480;

const isDrawnAs = (query: string) =>
  new Promise<boolean>((told) => {
    requestAnimationFrame(() => setTimeout(() => told(matchMedia(query).matches)));
  });

/** GTK's own setting is what `prefers-reduced-motion` answers. */
function stillness(home: string): void {
  const folder = join(home, '.config/gtk-3.0');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'settings.ini'), '[Settings]\ngtk-enable-animations=0\n');
}

async function until(what: string, isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`After a minute WebKit is not as awaited: ${what}`);
    await new Promise((again) => setTimeout(again, 50));
  }
}
