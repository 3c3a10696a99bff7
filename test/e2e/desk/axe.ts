import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type * as Axe from 'axe-core';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

export interface AxeScope {
  /** Selector of what is looked at; all of the page when left out. */
  within?: string;
  /** Rules by their names; all of them when left out. */
  rules?: readonly string[];
}

/**
 * What axe finds, a rule a line. Our pages have no frames (but for the
 * console's preview, which is the panel), so one run in the page sees all of it;
 * AxeBuilder would read axe's code anew for each look, and open a page of its own to sum up.
 */
export async function axeFinds(page: Page, scope: AxeScope = {}): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(source);
  return page.evaluate(async ({ within, rules }) => {
    const { axe } = globalThis as unknown as { axe: typeof Axe };
    const { violations } = await axe.run(within ?? document, {
      ...(rules && { runOnly: [...rules] }),
      resultTypes: ['violations'],
    });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
  }, scope);
}
