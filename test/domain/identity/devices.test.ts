import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { deviceOf } from '../../../src/domain/identity/devices.ts';

const mozilla = 'Mozilla/5.0';
const webkit = 'AppleWebKit/605.1.15 (KHTML, like Gecko)';
const agents: [userAgent: string, browser: string | undefined, system: string | undefined][] = [
  [
    `${mozilla} (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0`,
    'Firefox',
    'Windows',
  ],
  [
    `${mozilla} (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36`,
    'Chrome',
    'Linux',
  ],
  [
    `${mozilla} (Linux; Android 10; K) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36`,
    'Chrome',
    'Android',
  ],
  [
    `${mozilla} (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0.0.0`,
    'Edge',
    'Windows',
  ],
  [
    `${mozilla} (Macintosh; Intel Mac OS X 10_15_7) ${webkit} Version/18.4 Safari/605.1.15`,
    'Safari',
    'Mac',
  ],
  [
    `${mozilla} (iPhone; CPU iPhone OS 18_4 like Mac OS X) ${webkit} Version/18.4 Mobile/15E148 Safari/604.1`,
    'Safari',
    'iPhone',
  ],
  [
    `${mozilla} (iPad; CPU OS 18_4 like Mac OS X) ${webkit} CriOS/140.0.0.0 Mobile/15E148 Safari/604.1`,
    'Chrome',
    'iPad',
  ],
  [
    `${mozilla} (Linux; Android 15; SM-S918B) AppleWebKit/537.36 (KHTML, like Gecko) SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
    'Samsung Internet',
    'Android',
  ],
  [
    `${mozilla} (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 OPR/120.0.0.0`,
    'Opera',
    'Windows',
  ],
  [
    `${mozilla} (X11; CrOS x86_64 14541.0.0) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36`,
    'Chrome',
    'ChromeOS',
  ],
  [
    `${mozilla} (iPhone; CPU iPhone OS 18_4 like Mac OS X) ${webkit} Mobile/15E148 Instagram 370.0.0.0`,
    'Instagram',
    'iPhone',
  ],
  ['curl/8.5.0', undefined, undefined],
  ['', undefined, undefined],
];

describe('A device', () => {
  for (const [userAgent, browser, system] of agents)
    test(`is ${browser ?? 'no browser'} on ${system ?? 'nothing known'}: ${userAgent.slice(-40)}`, () => {
      assert.deepEqual(deviceOf(userAgent), {
        ...(browser && { browser }),
        ...(system && { system }),
      });
    });

  test('is nothing where none is told', () => assert.deepEqual(deviceOf(null), {}));

  test('is named by our own words only, whatever is told', () => {
    const known = new Set(agents.flatMap(([, browser, system]) => [browser, system]));
    for (const more of ['Facebook', 'DuckDuckGo']) known.add(more);
    fc.assert(
      fc.property(fc.string({ maxLength: 2000 }), (userAgent) => {
        const { browser, system } = deviceOf(userAgent);
        assert.ok(known.has(browser) && known.has(system));
      }),
    );
  });
});
