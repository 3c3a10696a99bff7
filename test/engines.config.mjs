// Elements in Firefox and WebKit, where they are: what scripts/test/suites.mjs chooses of test/widget.
import { firefoxIsMissing, webKitIsMissing } from '../scripts/browsers.mjs';
import { openFirefox } from './engines/firefox.ts';
import { testBrowser } from './engines/test-browser.ts';
import { openWebKit } from './engines/webkit.ts';
import chromium from './web-test-runner.config.mjs';

const browsers = [];
for (const [name, missing, open] of [
  ['WebKit', webKitIsMissing(), openWebKit],
  ['Firefox', firefoxIsMissing(), openFirefox],
])
  if (missing) console.log(`  skipped: ${name} (${missing})`);
  else browsers.push(testBrowser(name, open));

export default { ...chromium, browsers };
