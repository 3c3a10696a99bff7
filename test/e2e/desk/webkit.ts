import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Engine } from './engine.ts';

const found = (name: string): string | undefined =>
  (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, name))
    .find((file) => existsSync(file));

function findBrowser(): string | undefined {
  const lib = '/usr/lib';
  const places = readdirSync(lib).flatMap((machine) =>
    ['webkit2gtk-4.1', 'webkit2gtk-4.0', 'webkitgtk-6.0'].map((version) =>
      join(lib, machine, version, 'MiniBrowser'),
    ),
  );
  return places.find((file) => existsSync(file));
}

/** Why there is no WebKit here; undefined where there is one. */
export function webKitIsMissing(): string | undefined {
  const missing = ['Xvfb', 'WebKitWebDriver'].filter((name) => !found(name));
  if (!findBrowser()) missing.push('MiniBrowser');
  return missing.length
    ? `no WebKit here: ${missing.join(', ')} missing (Debian: xvfb, webkit2gtk-driver)`
    : undefined;
}

/** WebKitGTK's small browser, driven over WebDriver: as near to Safari as a Linux machine comes. */
export async function openWebKit(): Promise<Engine> {
  const home = mkdtempSync(join(tmpdir(), 'front-desk-webkit-'));
  const display = `:${100 + (process.pid % 800)}`;
  const port = 20_000 + (process.pid % 10_000);
  const started: ChildProcess[] = [];
  const start = (program: string, args: string[], env: NodeJS.ProcessEnv = {}) => {
    const child = spawn(program, args, { stdio: 'ignore', env: { ...process.env, ...env } });
    started.push(child);
  };
  start('Xvfb', [display, '-screen', '0', '1280x1024x24', '-nolisten', 'tcp']);
  await until(() => existsSync(`/tmp/.X11-unix/X${display.slice(1)}`));
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
  await until(() =>
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
        'webkitgtk:browserOptions': { binary: findBrowser(), args: ['--automation'] },
      },
    },
  })) as { sessionId: string };
  const session = `/session/${sessionId}`;
  return {
    go: async (url) => void (await ask('POST', `${session}/url`, { url })),
    run: async <T>(act: (given: string) => T | Promise<T>, given = '') => {
      const script = `const [given, done] = arguments;
        Promise.resolve(given).then(${act}).then(done, (error) => done({ failed: String(error) }));`;
      return (await ask('POST', `${session}/execute/async`, { script, args: [given] })) as T;
    },
    async close() {
      await ask('DELETE', session);
      for (const child of started.reverse()) child.kill();
      rmSync(home, { recursive: true, force: true });
    },
  };
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + 20_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error('WebKit did not start');
    await new Promise((again) => setTimeout(again, 50));
  }
}
