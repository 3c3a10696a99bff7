import { defineConfig } from '@playwright/test';
import { playwrightLaunch } from '../scripts/browsers.mjs';

/** Whole pages in a real browser. No retry: a race is a bug. Tests start the servers they need. */
export default defineConfig({
  testDir: '.',
  testMatch:
    process.env['FD_DEEP'] === '1' ? ['e2e/**/*.spec.ts', 'deep/**/*.spec.ts'] : 'e2e/**/*.spec.ts',
  outputDir: '../test-results',
  // on two cores: one test or other always waits for something
  workers: 3,
  retries: 0,
  timeout: 120_000,
  // patient: other suites may be running on the same two cores; what must be quick says so itself
  expect: { timeout: 30_000 },
  forbidOnly: true,
  use: {
    headless: true,
    launchOptions: playwrightLaunch(process.env['FD_SHELL']),
    reducedMotion: 'no-preference',
  },
  projects: [{ name: 'chromium', use: { browserName: 'chromium' } }],
});
