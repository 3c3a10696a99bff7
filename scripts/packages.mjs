// Are both packages as a user's tools expect them? Checked as npm would pack them.
import { formatMessage } from 'publint/utils';
import { publint } from 'publint';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './install.mjs';

let faults = 0;
for (const name of ['npm', 'server']) {
  const pkgDir = join(root, 'dist', name);
  const pkg = JSON.parse(readFileSync(join(pkgDir, 'package.json'), 'utf8'));
  const { messages } = await publint({ pkgDir, pack: 'npm', strict: true });
  for (const message of messages) console.error(`${pkg.name}: ${formatMessage(message, pkg)}`);
  if (messages.length === 0) console.log(`${pkg.name} ${pkg.version}: fit to publish`);
  faults += messages.length;
}
process.exit(faults ? 1 : 0);
