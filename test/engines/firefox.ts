import puppeteer from 'puppeteer-core';
import { findFirefox } from '../../scripts/browsers.mjs';
import type { Engine } from './engine.ts';

/** Over WebDriver BiDi. */
export async function openFirefox(): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox()!,
    headless: true,
    acceptInsecureCerts: true,
    extraPrefsFirefox: { 'ui.prefersReducedMotion': 1 },
  });
  const page = await browser.newPage();
  return {
    go: async (url) => void (await page.goto(url)),
    run: async (act, given = '') => await page.evaluate(act, given),
    resize: (size) => page.setViewport(size),
    type: (text) => page.keyboard.type(text),
    // over BiDi a key is named by what it writes
    press: (key) => page.keyboard.press(key === 'Space' ? ' ' : key),
    close: () => browser.close(),
  };
}
