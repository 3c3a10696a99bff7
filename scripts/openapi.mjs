// `npm run openapi [-- --check]`: writes docs/api/openapi.json from the contract and lints it.
// --check writes nothing and fails where the file in the repository is not what would be written.
import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { register } from 'tsx/esm/api';
import { root } from './install.mjs';

process.chdir(root);
register();
const { openapi } = await import('../src/contract/openapi.ts');
const file = 'docs/api/openapi.json';
const text = `${JSON.stringify(openapi(), null, 2)}\n`;

if (!process.argv.includes('--check')) {
  mkdirSync('docs/api', { recursive: true });
  writeFileSync(file, text);
} else if (readFileSync(file, 'utf8') !== text) {
  console.error(`${file} is not what the contract says: run \`npm run openapi\` and commit it.`);
  process.exit(1);
}

const cli = join(root, 'node_modules/@redocly/cli/bin/cli.js');
const { status, stdout, stderr } = spawnSync(
  process.execPath,
  [cli, 'lint', file, '--config', 'scripts/redocly.yaml', '--format', 'stylish'],
  {
    encoding: 'utf8',
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
  },
);
console.log(status === 0 ? `${file}: current and sound` : stdout + stderr);
process.exit(status ?? 1);
