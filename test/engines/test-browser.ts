import type { BrowserLauncher } from '@web/test-runner';
import type { Engine } from './engine.ts';

const SIZE = { width: 800, height: 600 };

/** An engine as the test runner has browsers: one page, one file of tests after another. */
export function testBrowser(name: string, open: () => Promise<Engine>): BrowserLauncher {
  let opening: Promise<Engine> | undefined;
  let current: string | undefined;
  const engine = () => (opening ??= open());
  /** What the commands in the tests ask of a page of this type. */
  const page = {
    keyboard: {
      type: async (text: string) => (await engine()).type(text),
      press: async (key: Parameters<Engine['press']>[0]) => (await engine()).press(key),
    },
    setViewport: async (size: typeof SIZE) => (await engine()).resize(size),
    // the one thing asked for is that nothing moves, and nothing does
    emulateMediaFeatures: () => Promise.resolve(),
  };
  return {
    ...{ name, type: 'puppeteer', concurrency: 1 },
    async startSession(id, url) {
      current = id;
      const { go, resize } = await engine();
      await resize(SIZE);
      await go(url);
    },
    isActive: (id) => id === current,
    getBrowserUrl: () => undefined,
    async stopSession() {
      current = undefined;
      await (await engine()).go('about:blank');
      return {};
    },
    startDebugSession: () => Promise.reject(new Error(`${name} shows no window`)),
    stop: async () => (await opening)?.close(),
    ...{ getPage: () => page },
  };
}
