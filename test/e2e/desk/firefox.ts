import puppeteer from 'puppeteer-core';
import { findFirefox } from '../../../scripts/browsers.mjs';
import type { Engine } from './engine.ts';

/** Why there is no Firefox here; undefined where there is one. */
export const firefoxIsMissing = (): string | undefined =>
  findFirefox() ? undefined : 'no Firefox here (Debian: firefox-esr)';

/** Over WebDriver BiDi. */
export async function openFirefox(): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox()!,
    headless: true,
    acceptInsecureCerts: true,
  });
  const page = await browser.newPage();
  return {
    go: async (url) => void (await page.goto(url)),
    run: async (act, given = '') => await page.evaluate(act, given),
    close: () => browser.close(),
  };
}
